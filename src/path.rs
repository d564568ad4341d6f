//! Where an item stands in its body: `entry[0].changes[1].value.messages[2]`.

/// The place of a part inside an item: `path.place`.
pub(crate) fn joined(path: &str, place: &str) -> String {
    match (path.is_empty(), place.is_empty()) {
        (_, true) => path.to_owned(),
        (true, false) => place.to_owned(),
        (false, false) => format!("{path}.{place}"),
    }
}

/// The path of an element: `base.list[index]`.
pub(crate) fn element(base: &str, list: &str, index: usize) -> String {
    let length = base.len().saturating_add(list.len()).saturating_add(8);
    let mut path = String::with_capacity(length);
    path.push_str(base);
    if !base.is_empty() && !list.is_empty() {
        path.push('.');
    }
    push_element(&mut path, list, index);
    path
}

/// Appends `list[index]`.
pub(crate) fn push_element(path: &mut String, list: &str, index: usize) {
    path.push_str(list);
    path.push('[');
    match u32::try_from(index)
        .ok()
        .and_then(|digit| char::from_digit(digit, 10))
    {
        Some(digit) => path.push(digit),
        None => path.push_str(&index.to_string()),
    }
    path.push(']');
}
