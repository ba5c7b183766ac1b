-- The tools every room uses: news that must not be lost, and answers that must not be given twice.

-- A fact written in the transaction that made it true, one row for each subscriber, delivered at least once.
create table outbox (
    id              bigint generated always as identity primary key,
    kind            text        not null,
    subscriber      text        not null,
    payload         jsonb       not null,
    created_at      timestamptz not null,
    attempts        integer     not null default 0,
    next_attempt_at timestamptz not null,
    done_at         timestamptz,
    last_error      text
);
create index outbox_waiting on outbox (subscriber, id) where done_at is null;
create index outbox_done on outbox (done_at) where done_at is not null;

-- The first answer to a request, kept for those who ask again with the same key.
create table idempotency_key (
    actor        text        not null,
    key          text        not null,
    endpoint     text        not null,
    request_hash text        not null,
    response     jsonb,
    created_at   timestamptz not null,
    primary key (actor, key)
);
create index idempotency_key_age on idempotency_key (created_at);
