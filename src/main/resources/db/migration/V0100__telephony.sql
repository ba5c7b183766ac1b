-- The ledger of calls, what we dialled, and the switch's own record from which the ledger can be rebuilt.

-- One row for each Linkedid of a switch. Written by folding, so that writing the same news again changes nothing.
create table call (
    id                 uuid primary key,
    pbx                text        not null,
    linkedid           text        not null,
    direction          text        not null check (direction in ('INBOUND', 'OUTBOUND', 'INTERNAL')),
    purpose            text        check (purpose in ('CALLBACK', 'SPOT_CHECK')),
    state              text        not null
        check (state in ('OFFERED', 'QUEUED', 'RINGING', 'ANSWERED', 'ENDED', 'ABANDONED')),
    caller_number      text,
    dialed_number      text,
    offered_at         timestamptz not null,
    queued_at          timestamptz,
    ringing_at         timestamptz,
    answered_at        timestamptz,
    ended_at           timestamptz,
    abandoned_at       timestamptz,
    operator_extension text,
    operator_id        uuid,
    operator_name      text,
    hangup_cause       integer,
    rebuilt            boolean     not null,
    version            bigint      not null,
    unique (pbx, linkedid)
);
create index call_offered on call (offered_at desc, id);
create index call_open on call (offered_at) where state in ('OFFERED', 'QUEUED', 'RINGING', 'ANSWERED');
create index call_caller on call (caller_number, offered_at desc);
create index call_operator on call (operator_id, offered_at desc) where operator_id is not null;

-- One row for each channel. A transfer may move it from one call to another; linked_at says when it was moved last.
create table call_leg (
    id             uuid primary key,
    pbx            text        not null,
    uniqueid       text        not null,
    call_id        uuid        not null references call (id),
    linkedid       text        not null,
    linked_at      timestamptz not null,
    channel        text        not null,
    role           text        not null check (role in ('CALLER', 'OPERATOR', 'STATION', 'CUSTOMER', 'OTHER')),
    extension      text,
    caller_number  text,
    dialed_number  text,
    first_seen_at  timestamptz not null,
    created_at     timestamptz,
    queued_at      timestamptz,
    ringing_at     timestamptz,
    answered_at    timestamptz,
    bridged_at     timestamptz,
    ended_at       timestamptz,
    hangup_cause   integer,
    rebuilt        boolean     not null,
    version        bigint      not null,
    unique (pbx, uniqueid)
);
create index call_leg_call on call_leg (call_id);
create index call_leg_up on call_leg (pbx, first_seen_at) where ended_at is null;
create index call_leg_operator on call_leg (extension, first_seen_at desc) where extension is not null;

-- Every order to ring somebody, stored before the switch hears of it. The id is the channel's Uniqueid.
create table dial_attempt (
    id                 uuid primary key,
    pbx                text        not null,
    purpose            text        not null check (purpose in ('CALLBACK', 'SPOT_CHECK')),
    number             text        not null,
    operator_extension text,
    caller_id          text        not null,
    ring_timeout_millis bigint     not null,
    ordered_at         timestamptz not null,
    sent_at            timestamptz,
    refusal            text,
    result             text check (result in
        ('ANSWERED', 'NO_ANSWER', 'BUSY', 'REJECTED', 'UNREACHABLE', 'OPERATOR_DID_NOT_ANSWER', 'LINE_FAILED')),
    ring_seconds       double precision,
    talk_seconds       double precision,
    hangup_cause       integer,
    started_at         timestamptz,
    ringing_at         timestamptz,
    answered_at        timestamptz,
    ended_at           timestamptz,
    call_id            uuid references call (id),
    check ((result is null) = (ended_at is null))
);
create index dial_attempt_open on dial_attempt (ordered_at) where result is null;

-- What Asterisk writes for every call (module cel_pgsql). Column names are those that the module looks for. The role with which it
-- writes may INSERT into this table and nothing else:
--   create role asterisk_cel login; grant insert on cel to asterisk_cel; alter role asterisk_cel set timezone to 'UTC';
create table cel (
    id          bigint generated always as identity primary key,
    eventtime   timestamptz not null,
    eventtype   text        not null,
    cid_name    text        not null default '',
    cid_num     text        not null default '',
    cid_ani     text        not null default '',
    cid_rdnis   text        not null default '',
    cid_dnid    text        not null default '',
    exten       text        not null default '',
    context     text        not null default '',
    channame    text        not null default '',
    appname     text        not null default '',
    appdata     text        not null default '',
    accountcode text        not null default '',
    peeraccount text        not null default '',
    uniqueid    text        not null default '',
    linkedid    text        not null default '',
    userfield   text        not null default '',
    peer        text        not null default '',
    extra       text        not null default ''
);
create index cel_linkedid on cel (linkedid);
create index cel_uniqueid on cel (uniqueid);
create index cel_eventtime on cel (eventtime);

-- How far the file that Asterisk writes besides the table has been read.
create table cel_file (
    path       text primary key,
    identity   text   not null,
    read_bytes bigint not null
);
