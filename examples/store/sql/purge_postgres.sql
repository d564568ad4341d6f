DELETE FROM events WHERE received_at < now() - interval '8 days';
