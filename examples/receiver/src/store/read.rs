//! What the page and the commands read.
