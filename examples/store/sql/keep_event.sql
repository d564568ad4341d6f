INSERT INTO events (key, event) VALUES ($1, $2) ON CONFLICT (key) DO NOTHING;
