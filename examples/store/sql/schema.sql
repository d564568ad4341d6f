CREATE TABLE events (
    key         text PRIMARY KEY,
    received_at timestamptz NOT NULL DEFAULT CURRENT_TIMESTAMP,
    kind        text NOT NULL,
    account     text NOT NULL,
    direction   text,
    chat_id     text,
    message_id  text,
    reply_to_id text,
    campaign_id text,
    occurred_at timestamptz,
    event       json NOT NULL
);

CREATE TABLE statuses (
    account     text NOT NULL,
    message_id  text NOT NULL,
    participant text NOT NULL,
    status      text NOT NULL,
    status_rank smallint NOT NULL,
    changed_at  timestamptz,
    PRIMARY KEY (account, message_id, participant)
);
