SELECT campaign.campaign_id,
       count(DISTINCT campaign.message_id) AS messages,
       count(DISTINCT answer.key) AS answers
FROM events AS campaign
LEFT JOIN events AS answer
  ON answer.reply_to_id = campaign.message_id AND answer.direction = 'inbound'
WHERE campaign.kind = 'status' AND campaign.campaign_id IS NOT NULL
GROUP BY campaign.campaign_id
ORDER BY campaign.campaign_id;
