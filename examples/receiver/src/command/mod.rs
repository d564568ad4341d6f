//! What an operator can call.
