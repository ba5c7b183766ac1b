-- The operators' desks: who sits where, on which phone, in which state, and what was done with calls in progress.

-- One row for each extension somebody works at. A page holds it and proves by heartbeats that it lives.
create table operator_desk (
    extension     text primary key check (extension ~ '^[0-9]{2,8}$'),
    user_id       uuid        not null unique,
    user_name     text        not null,
    session_key   text        not null,
    page_id       uuid        not null,
    phone         text        not null check (phone in ('BROWSER', 'DESK')),
    state         text        not null check (state in ('READY', 'PAUSED', 'WRAP_UP')),
    reason        text,
    state_since   timestamptz not null,
    wrap_up_until timestamptz,
    claimed_at    timestamptz not null,
    heartbeat_at  timestamptz not null,
    -- set when the heartbeats stopped; only taking the desk back clears it
    stale_at      timestamptz,
    check ((state = 'WRAP_UP') = (wrap_up_until is not null)),
    check ((state = 'PAUSED') = (reason is not null))
);
create index operator_desk_wrap_up on operator_desk (wrap_up_until) where wrap_up_until is not null;

-- What happened at a desk; only ever appended to.
create table operator_desk_log (
    id         uuid primary key,
    extension  text        not null,
    user_id    uuid        not null,
    user_name  text        not null,
    at         timestamptz not null,
    kind       text        not null check (kind in
        ('CLAIMED', 'WENT_STALE', 'RECLAIMED', 'TAKEN_OVER', 'LEFT', 'PHONE_CHOSEN', 'PAUSED', 'RESUMED', 'WRAP_UP_BEGAN', 'WRAP_UP_ENDED')),
    reason     text,
    actor_id   text        not null,
    actor_name text        not null
);
create index operator_desk_log_at on operator_desk_log (user_id, at desc);

-- Every stretch in which an operator took no calls, from which figures are derived.
create table operator_pause (
    id        uuid primary key,
    extension text        not null,
    user_id   uuid        not null,
    kind      text        not null check (kind in ('PAUSE', 'WRAP_UP')),
    reason    text,
    -- the leg whose end began a wrap-up: the same end never begins two
    leg       text,
    began_at  timestamptz not null,
    ended_at  timestamptz,
    check (ended_at is null or ended_at >= began_at)
);
create unique index operator_pause_open on operator_pause (user_id) where ended_at is null;
create unique index operator_pause_leg on operator_pause (leg) where leg is not null;
create index operator_pause_began on operator_pause (user_id, began_at desc);

-- What a browser phone signs on with: one for each extension, made for one session, hashed (HA1 of RFC 2617).
create table phone_credential (
    extension   text primary key references operator_desk (extension) on delete cascade,
    session_key text        not null,
    ha1         text        not null,
    issued_at   timestamptz not null,
    expires_at  timestamptz not null
);

-- All that the exchange may read: credentials whose lifetime and whose session hold at this moment. So a credential dies
-- with its session even when the service is down. Columns are those of Asterisk's object "auth".
--   create role asterisk_phone login; grant select on phone_sign_on to asterisk_phone;
create view phone_sign_on as
select c.extension || '-web' as id,
       'md5'                 as auth_type,
       c.extension || '-web' as username,
       c.ha1                 as md5_cred,
       'rescueline'          as realm
  from phone_credential c
  join operator_desk d on d.extension = c.extension and d.session_key = c.session_key and d.phone = 'BROWSER'
  join user_session s on encode(s.token_hash, 'hex') = c.session_key
  join user_account u on u.id = s.user_id and u.active
 where c.expires_at > now()
   and s.expires_at > now();

-- Who works a call. The primary key decides races.
create table call_claim (
    call_id    uuid primary key references call (id),
    user_id    uuid        not null,
    user_name  text        not null,
    extension  text        not null,
    claimed_at timestamptz not null,
    version    bigint      not null
);

-- What was done with a call beyond what its legs tell; only ever appended to.
create table call_step (
    id         uuid primary key,
    call_id    uuid        not null references call (id),
    at         timestamptz not null,
    kind       text        not null check (kind in
        ('CLAIMED', 'CLAIM_MOVED', 'HELD', 'RESUMED', 'MUTED', 'UNMUTED', 'ASKED', 'ASK_ENDED', 'HANDED_OVER', 'TRANSFERRED',
         'CONFERENCED', 'TAKEN_OVER')),
    extension  text,
    target     text,
    reason     text,
    actor_id   text,
    actor_name text
);
create index call_step_call on call_step (call_id, at);

-- An operator rings a number from the page.
alter table call drop constraint call_purpose_check;
alter table call add constraint call_purpose_check check (purpose in ('CALLBACK', 'SPOT_CHECK', 'DIRECT'));
alter table dial_attempt drop constraint dial_attempt_purpose_check;
alter table dial_attempt add constraint dial_attempt_purpose_check check (purpose in ('CALLBACK', 'SPOT_CHECK', 'DIRECT'));
alter table dial_attempt add column ordered_by uuid, add column ordered_by_name text, add column event_id uuid;
create index dial_attempt_by on dial_attempt (ordered_by, ordered_at desc) where ordered_by is not null;
