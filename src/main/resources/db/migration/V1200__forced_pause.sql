-- A pause that a supervisor ordered: it is the operator's, not the desk's, so that getting up and sitting down again does not
-- end it. Only a supervisor takes it away.
create table forced_pause (
    operator_id uuid primary key,
    note        text        not null check (length(note) between 1 and 80),
    by_name     text        not null,
    since       timestamptz not null
);

-- Of pauses ordered before nothing else is known.
insert into forced_pause (operator_id, note, by_name, since)
select user_id, '-', '-', state_since from operator_desk where reason = 'SUPERVISOR';
