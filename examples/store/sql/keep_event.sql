INSERT INTO events (key, kind, account, direction, chat_id, message_id, reply_to_id, campaign_id,
                    occurred_at, event)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
ON CONFLICT (key) DO NOTHING;
