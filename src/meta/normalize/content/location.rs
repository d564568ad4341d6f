//! Locations.

use crate::event::content;
use crate::json::owned;
use crate::meta::payload::Location;

owned! {
    Location => content::Location { latitude, longitude, name, address, url }
}
