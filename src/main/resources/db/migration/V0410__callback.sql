-- Calls that are owed to customers.

create table callback (
    id                 uuid        primary key,
    reason             text        not null check (reason in ('ABANDONED_CALL', 'PROMISE', 'POST_RESCUE')),
    number             text        not null,
    event_id           uuid,
    note               text,
    created_at         timestamptz not null,
    created_by         text        not null,
    due_at             timestamptz not null,
    deadline_at        timestamptz not null,
    state              text        not null
        check (state in ('DUE', 'CLAIMED', 'DIALLING', 'TALKING', 'TO_CONFIRM', 'DONE', 'GIVEN_UP')),
    claimed_by         uuid,
    claimed_by_name    text,
    settled_by_call_id uuid,
    done_at            timestamptz,
    version            bigint      not null default 0,
    check ((state in ('DONE', 'GIVEN_UP')) = (done_at is not null)),
    check (state not in ('CLAIMED', 'DIALLING', 'TALKING', 'TO_CONFIRM') or claimed_by is not null)
);
-- One open callback for the abandoned calls of one customer: the second hang-up joins the first.
create unique index callback_one_open_per_number on callback (number)
    where reason = 'ABANDONED_CALL' and done_at is null;
create index callback_open on callback (deadline_at, id) where done_at is null;
create index callback_finished on callback (done_at desc) where done_at is not null;
create index callback_number on callback (number) where done_at is null;

-- The abandoned calls behind a callback; a call is counted once, however often it is reported.
create table callback_call (
    call_id     uuid        primary key,
    callback_id uuid        not null references callback (id),
    at          timestamptz not null
);
create index callback_call_callback on callback_call (callback_id, at);

-- When a customer last spoke to an operator, so that news of an older hang-up which arrives late owes nobody a call.
create table callback_reached (
    number  text        primary key,
    call_id uuid        not null,
    at      timestamptz not null
);
create index callback_reached_age on callback_reached (at);

-- Attempts. The row is committed before the order goes to the switch, and its id names the channel there: whatever
-- happens in between, the switch can be asked what became of it.
create table callback_attempt (
    id            uuid        primary key,
    callback_id   uuid        not null references callback (id),
    operator_id   uuid        not null,
    operator_name text        not null,
    extension     text        not null,
    requested_at  timestamptz not null,
    accepted_at   timestamptz,
    ended_at      timestamptz,
    result        text check (result in ('ANSWERED', 'NO_ANSWER', 'BUSY', 'REJECTED', 'UNREACHABLE',
                                         'OPERATOR_DID_NOT_ANSWER', 'LINE_FAILED')),
    never_dialled boolean     not null default false,
    ring_seconds  double precision,
    talk_seconds  double precision,
    hangup_cause  integer,
    call_id       uuid,
    verdict       text check (verdict in ('REACHED', 'NOT_REACHED')),
    judged_by     text,
    judged_at     timestamptz,
    note          text,
    check ((ended_at is not null) = (result is not null or never_dialled)),
    check (not (never_dialled and result is not null)),
    check (verdict is null or result = 'ANSWERED')
);
create index callback_attempt_callback on callback_attempt (callback_id, requested_at);
-- Never two attempts under way for one customer, and never two by one operator.
create unique index callback_attempt_one_per_callback on callback_attempt (callback_id) where ended_at is null;
create unique index callback_attempt_one_per_operator on callback_attempt (operator_id) where ended_at is null;
create index callback_attempt_in_flight on callback_attempt (requested_at) where ended_at is null;
