//! Quick replies of templates.

use crate::event::content::ButtonReply;
use crate::json::owned;
use crate::meta::payload::Button;

owned! {
    Button => ButtonReply { ; payload => id, text => title }
}
