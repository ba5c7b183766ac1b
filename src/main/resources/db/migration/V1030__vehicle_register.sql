-- What the register lacked: the batch and the sale, who moved a terminal, files taken in, and what is wrong with terminals.

alter table vehicle
    add batch          text,
    add sold_on        date,
    add warranty_until date;
create index vehicle_batch on vehicle (batch) where batch is not null;

alter table terminal_fitting
    add fitted_by  text,
    add removed_by text;

-- Who was in which truck when is evidence: a fitting is added and ended, never changed or taken away.
create function refuse_fitting_change() returns trigger language plpgsql as $$
begin
    if tg_op = 'UPDATE' and old.removed_at is null and new.removed_at is not null
       and (new.terminal_id, new.vehicle_id, new.fitted_at) = (old.terminal_id, old.vehicle_id, old.fitted_at)
       and new.fitted_by is not distinct from old.fitted_by then
        return new;
    end if;
    raise exception 'the fittings of terminals are only ever added to and ended' using errcode = 'restrict_violation';
end
$$;
create trigger terminal_fitting_is_append_only before update or delete on terminal_fitting
    for each row execute function refuse_fitting_change();

-- Written when one of them changes, not with every report; heard_at to the hour.
alter table terminal
    add heard_at          timestamptz,
    add clock_wrong_since timestamptz,
    add fix_frozen_since  timestamptz;
create index terminal_without_vehicle on terminal (first_seen_at) where vehicle_id is null;
create index terminal_heard on terminal (coalesce(heard_at, first_seen_at)) where vehicle_id is not null;
create index terminal_clock_wrong on terminal (clock_wrong_since) where clock_wrong_since is not null;
create index terminal_fix_frozen on terminal (fix_frozen_since) where fix_frozen_since is not null;

-- Files of vehicles as they came in, so that what was checked is what is taken, and who did it stays known.
create table vehicle_import (
    id          uuid        primary key,
    file_name   text        not null,
    content     bytea       not null,
    checked_at  timestamptz not null,
    actor_id    text        not null,
    actor_name  text        not null,
    taken_at    timestamptz,
    taken_by    text,
    taken_rows  integer
);
create index vehicle_import_checked on vehicle_import (checked_at);

-- Who took the register away: it holds people's names and numbers.
create table vehicle_export (
    id         bigint generated always as identity primary key,
    at         timestamptz not null,
    actor_id   text        not null,
    actor_name text        not null,
    words      text,
    vehicles   integer     not null
);
