SELECT campaign.event -> 'status' -> 'campaign' ->> 'id' AS campaign_id,
       count(DISTINCT campaign.event -> 'status' ->> 'message_id') AS messages,
       count(DISTINCT answer.key) AS answers
FROM events AS campaign
LEFT JOIN events AS answer
  ON answer.event -> 'message' -> 'context' ->> 'message_id' = campaign.event -> 'status' ->> 'message_id'
 AND answer.event -> 'message' ->> 'direction' = 'inbound'
WHERE campaign.event -> 'status' -> 'campaign' ->> 'id' IS NOT NULL
GROUP BY campaign_id
ORDER BY campaign_id;
