SELECT sent.event -> 'message' ->> 'id' AS message_id, statuses.participant, statuses.status
FROM events AS sent
LEFT JOIN statuses ON statuses.message_id = sent.event -> 'message' ->> 'id'
WHERE sent.event -> 'message' ->> 'direction' = 'outbound'
  AND sent.event -> 'message' -> 'chat' ->> 'id' = $1
ORDER BY sent.event -> 'message' -> 'meta' ->> 'occurred_at', message_id, statuses.participant;
