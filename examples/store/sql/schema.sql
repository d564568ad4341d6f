CREATE TABLE events (
    key         text PRIMARY KEY,
    received_at timestamptz NOT NULL DEFAULT CURRENT_TIMESTAMP,
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
