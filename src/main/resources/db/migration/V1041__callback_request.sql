-- A caller who waits may ask to be called back when it is his turn: one request for each call, however often the switch says it.
create table callback_request (
    call_id uuid primary key references call (id),
    at      timestamptz not null
);

-- Such a callback keeps the caller's place in line, and is the same debt as a hang-up of that customer: one open row for both.
alter table callback drop constraint callback_reason_check;
alter table callback add constraint callback_reason_check
    check (reason in ('ABANDONED_CALL', 'CALLER_REQUEST', 'PROMISE', 'POST_RESCUE'));
alter table callback add column place_since timestamptz;
alter table callback add constraint callback_place check ((reason = 'CALLER_REQUEST') = (place_since is not null));
drop index callback_one_open_per_number;
create unique index callback_one_open_per_number on callback (number)
    where reason in ('ABANDONED_CALL', 'CALLER_REQUEST') and done_at is null;
create index callback_in_line on callback (place_since, id) where reason = 'CALLER_REQUEST' and state = 'DUE';
