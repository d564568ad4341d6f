//! The table of message types: each type, the key of its payload, and its reader.

/// Declares the types of messages that a wire type can contain, one row for each: Meta's name of the type, which is
/// also the key of the payload, and the reader of the payload.
///
/// - `location: Location`: a boxed payload is converted to this struct, and the struct to the content, by `From`;
/// - `image: Media as Image`: the same, as this variant of the content;
/// - `text => text::read`: a function that reads the payload from the message;
/// - `"ephemeral" => …`: a type without a payload.
///
/// `at "message."` is the path of the message in its item.
macro_rules! message_types {
    ($wire:ident at $at:literal {
        $($word:tt $(: $struct:ident $(as $variant:ident)?)? $(=> $read:expr)?,)*
    }) => {
        /// Returns Meta's name of the only payload that is present.
        fn only_payload(message: &$wire<'_>) -> Option<&'static str> {
            let types = [$((
                message_types!(@word $word),
                message_types!(@is_present message $word),
            ),)*];
            let mut present = types.into_iter().filter(|(_, is_present)| *is_present);
            match (present.next(), present.next()) {
                (Some((word, _)), None) => Some(word),
                _ => None,
            }
        }

        /// Reads the payload of this type. Returns `None` if the type is unknown.
        fn read_as(word: &str, message: &mut $wire<'_>) -> Option<Result<Content, Problem>> {
            Some(match word {
                $(message_types!(@word $word) => message_types!(
                    @read $wire message $at $word $(: $struct $(as $variant)?)? $(=> $read)?
                ),)*
                _ => return None,
            })
        }
    };
    (@word $word:literal) => { $word };
    (@word $key:ident) => { stringify!($key) };
    (@is_present $message:ident $word:literal) => { false };
    (@is_present $message:ident $key:ident) => { !Absent::is_absent(&$message.$key) };
    (@read $wire:ident $message:ident $at:literal $key:ident: $struct:ident as $variant:ident) => {
        message_types!(@payload $message $at $key)
            .map(|payload| Content::$variant(Box::new($struct::from(*payload))))
    };
    (@read $wire:ident $message:ident $at:literal $key:ident: $struct:ident) => {
        message_types!(@payload $message $at $key)
            .map(|payload| Content::from($struct::from(*payload)))
    };
    (@read $wire:ident $message:ident $at:literal $word:tt => $read:expr) => {{
        let read: fn(&mut $wire<'_>) -> Result<Content, Problem> = $read;
        read($message)
    }};
    (@payload $message:ident $at:literal $key:ident) => {
        $message.$key.take().ok_or(Problem::no_object(concat!($at, stringify!($key))))
    };
}

pub(super) use message_types;
