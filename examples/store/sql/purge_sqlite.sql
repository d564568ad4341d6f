DELETE FROM events WHERE received_at < datetime('now', '-8 days');
