SELECT sent.message_id, statuses.participant, statuses.status
FROM events AS sent
LEFT JOIN statuses ON statuses.account = sent.account AND statuses.message_id = sent.message_id
WHERE sent.kind = 'message' AND sent.direction = 'outbound'
  AND sent.account = $1 AND sent.chat_id = $2
ORDER BY sent.occurred_at, sent.message_id, statuses.participant;
