//! Where secrets come from: the environment or a file, never the configuration itself.

use std::path::{Path, PathBuf};
use std::{env, fs};

use serde::Deserialize;

use super::ConfigError;

/// Source of one secret: `{ env = "NAME" }` or `{ file = "path" }`.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum SecretSource {
    Env(String),
    File(PathBuf),
}

impl SecretSource {
    /// Reads the secret. A line break at its end is not part of it.
    pub fn read(&self, place: &str) -> Result<String, ConfigError> {
        let text = match self {
            Self::Env(name) => env::var(name).map_err(|_| ConfigError::NoVariable {
                place: place.into(),
                name: name.clone(),
            })?,
            Self::File(path) => {
                fs::read_to_string(path).map_err(|error| ConfigError::NoSecretFile {
                    place: place.into(),
                    path: path.clone(),
                    error,
                })?
            }
        };
        let text = text.strip_suffix('\n').unwrap_or(&text);
        let text = text.strip_suffix('\r').unwrap_or(text);
        if text.trim().is_empty() {
            return Err(ConfigError::Blank {
                place: place.into(),
            });
        }
        Ok(text.into())
    }

    pub(super) fn rebase(&mut self, folder: &Path) {
        if let Self::File(path) = self {
            *path = folder.join(&*path);
        }
    }
}
