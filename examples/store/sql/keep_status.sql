INSERT INTO statuses (account, message_id, participant, status, status_rank, changed_at)
VALUES ($1, $2, $3, $4, $5, $6)
ON CONFLICT (account, message_id, participant) DO UPDATE
SET status = excluded.status, status_rank = excluded.status_rank, changed_at = excluded.changed_at
WHERE excluded.status_rank > statuses.status_rank;
