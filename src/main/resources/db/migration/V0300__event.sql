-- The case: one customer matter from first contact to closure.

-- Numbers are people's handle on a case: EV-yymmdd-nnnn, counted within a day of the centre's clock. One sequence for
-- all days never blocks two operators on each other; the day's first case fixes where that day starts to count.
create sequence event_serial;

create table event_day (
    day  date   primary key,
    base bigint not null
);

create function next_event_serial(of_day date) returns bigint language plpgsql as $$
declare
    serial   bigint;
    day_base bigint;
begin
    loop
        serial := nextval('event_serial');
        insert into event_day (day, base) values (of_day, serial - 1) on conflict (day) do nothing;
        select base into day_base from event_day where day = of_day;
        -- Below the base only when another transaction drew later but began the day first: draw again.
        if serial > day_base then
            return serial - day_base;
        end if;
    end loop;
end
$$;

create table event (
    id                   uuid        primary key,
    number               text        not null unique,
    state                text        not null check (state in ('DRAFT', 'OPEN', 'CLOSED')),
    source               text        not null check (source in ('CALL', 'MANUAL', 'SOS')),
    kind                 text,
    priority             text        check (priority in ('P1', 'P2', 'P3', 'P4')),
    priority_version     bigint,
    priority_row         integer,
    priority_conditions  jsonb,
    caller_number        text,
    caller_name          text,
    caller_role          text        check (caller_role in ('DRIVER', 'OWNER', 'FLEET', 'OTHER')),
    vehicle_id           uuid,
    vehicle_plate        text,
    vehicle_vin          text,
    vehicle_model        text,
    vehicle_engine_make  text,
    told_text            text,
    told_highway         text,
    told_direction       text,
    told_post_meters     integer     check (told_post_meters between 0 and 9999999),
    told_latitude        double precision check (told_latitude between -90 and 90),
    told_longitude       double precision check (told_longitude between -180 and 180),
    told_read_back       boolean     not null default false,
    fix                  jsonb,
    place_choice         text        check (place_choice in ('FIX', 'TOLD', 'UNDECIDED')),
    answers              jsonb       not null default '{}',
    story                text        not null default '',
    created_at           timestamptz not null,
    opened_at            timestamptz,
    opened_by            text,
    owner_id             text,
    owner_name           text,
    closed_at            timestamptz,
    close_reason         text,
    -- A draft whose call went to another case is closed and points there.
    merged_into          uuid        references event (id),
    rescue_job_id        uuid,
    -- The terminal whose SOS began this case; stays when the operator corrects the vehicle.
    sos_terminal         text,
    version              bigint      not null default 0,
    check (state <> 'OPEN' or (opened_at is not null and kind is not null)),
    check ((state = 'CLOSED') = (closed_at is not null)),
    check ((priority is null) = (priority_version is null)),
    check ((told_latitude is null) = (told_longitude is null))
);
create index event_unfinished on event (created_at desc) where state <> 'CLOSED';
create index event_created on event (created_at desc, id);
create index event_caller on event (caller_number, created_at desc) where caller_number is not null;
create index event_vehicle on event (vehicle_id, created_at desc) where vehicle_id is not null;
create index event_owner on event (owner_id, created_at desc) where owner_id is not null;
-- One SOS makes one case, however often the button is pressed and on however many nodes the report arrives.
create unique index event_sos_once on event (sos_terminal) where sos_terminal is not null and state <> 'CLOSED';

-- A call belongs to one case at a time.
create table event_call (
    call_id      uuid        primary key,
    event_id     uuid        not null references event (id),
    at           timestamptz not null,
    direction    text        not null check (direction in ('INBOUND', 'OUTBOUND')),
    operator_id  text,
    ended_at     timestamptz
);
create index event_call_event on event_call (event_id, at);
create index event_call_running on event_call (at) where ended_at is null;

-- SOS reports that were taken in, so that the same report taken in again changes nothing.
create table event_sos (
    terminal_phone text        not null,
    raised_at      timestamptz not null,
    event_id       uuid        not null references event (id),
    primary key (terminal_phone, raised_at)
);

-- What happened, for good.
create table event_timeline (
    id          uuid        primary key,
    event_id    uuid        not null references event (id),
    at          timestamptz not null,
    recorded_at timestamptz not null,
    actor_kind  text        not null,
    actor_id    text        not null,
    actor_name  text        not null,
    kind        text        not null,
    provenance  text        not null check (provenance in ('MEASURED', 'TOLD', 'ESTIMATED', 'PROVEN')),
    arguments   jsonb       not null default '{}'
);
create index event_timeline_event on event_timeline (event_id, at, id);

create function refuse_timeline_change() returns trigger language plpgsql as $$
begin
    raise exception 'the timeline of an event is only ever added to' using errcode = 'restrict_violation';
end
$$;
create trigger event_timeline_is_append_only before update or delete on event_timeline
    for each row execute function refuse_timeline_change();
create trigger event_timeline_is_not_emptied before truncate on event_timeline
    for each statement execute function refuse_timeline_change();

-- The priority table: whole versions; the highest is in force, the others stay to explain old decisions.
create table priority_table (
    version    bigint      primary key check (version > 0),
    changed_at timestamptz not null,
    changed_by text        not null
);
create table priority_rule (
    version    bigint  not null references priority_table (version),
    row        integer not null check (row > 0),
    conditions jsonb   not null,
    priority   text    not null check (priority in ('P1', 'P2', 'P3', 'P4')),
    primary key (version, row)
);
create trigger priority_rule_is_append_only before update or delete on priority_rule
    for each row execute function refuse_timeline_change();

insert into priority_table (version, changed_at, changed_by) values (1, now(), 'Rescueline');
insert into priority_rule (version, row, conditions, priority) values
    (1,  1, '[{"about": "INJURIES", "anyOf": ["YES"]}]', 'P1'),
    (1,  2, '[{"about": "PERSON_SAFE", "anyOf": ["NO"]}]', 'P1'),
    (1,  3, '[{"about": "STOPPED_ON", "anyOf": ["LANE"]}]', 'P1'),
    (1,  4, '[{"about": "STOPPED_ON", "anyOf": ["SHOULDER"]}, {"about": "DANGEROUS_GOODS", "anyOf": ["YES"]}]', 'P1'),
    (1,  5, '[{"about": "STOPPED_ON", "anyOf": ["SHOULDER"]}, {"about": "ENGINE", "anyOf": ["WONT_START"]}]', 'P2'),
    (1,  6, '[{"about": "KIND", "anyOf": ["EMERGENCY_RESCUE"]}, {"about": "DANGEROUS_GOODS", "anyOf": ["YES", "UNKNOWN"]}]', 'P2'),
    (1,  7, '[{"about": "KIND", "anyOf": ["EMERGENCY_RESCUE"]}, {"about": "TEMPERATURE", "anyOf": ["BELOW_MINUS_10"]}]', 'P2'),
    (1,  8, '[{"about": "KIND", "anyOf": ["EMERGENCY_RESCUE"]}, {"about": "STOPPED_ON", "anyOf": ["AREA", "OTHER"]}]', 'P3'),
    (1,  9, '[{"about": "KIND", "anyOf": ["EMERGENCY_RESCUE"]}]', 'P2'),
    (1, 10, '[{"about": "KIND", "anyOf": ["REPAIR_REQUEST", "DISPUTE", "QUALITY_DEFECT", "PRODUCT_COMPLAINT", "SERVICE_COMPLAINT"]}]', 'P3'),
    (1, 11, '[]', 'P4');
