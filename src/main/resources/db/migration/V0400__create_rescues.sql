-- Rescue jobs: one station's way to one truck, with every stage, every leg, every list that was shown, and the clocks.

-- Numbers are people's handle on a job: RJ-yymmdd-nnnn, counted within a day of the centre's clock.
create table rescue_number (
    day  date    primary key,
    last integer not null
);

create table rescue_job (
    id                 uuid             primary key,
    number             text             not null unique,
    event_id           uuid             not null,
    event_number       text             not null,
    priority           text             check (priority in ('P1', 'P2', 'P3', 'P4')),
    vehicle_id         uuid,
    vehicle_plate      text,
    vehicle_model      text,
    latitude           double precision check (latitude between -90 and 90),
    longitude          double precision check (longitude between -180 and 180),
    place_text         text,
    place_provenance   text             not null,
    need               text[]           not null,
    stage              text             not null check (stage in (
        'PENDING', 'OFFERED', 'ACCEPTED', 'DECLINED', 'UNANSWERED', 'DEPARTED', 'ARRIVED', 'INSPECTING', 'REPAIRING',
        'WAITING_FOR_PARTS', 'SECOND_TRIP', 'COMPLETED', 'CALLBACK', 'CLOSED', 'CANCELLED')),
    stage_since        timestamptz      not null,
    station_id         uuid,
    station_area       text,
    road_meters        double precision,
    ranking_id         uuid,
    promise_kind       text,
    promise_started_at timestamptz,
    promise_due_at     timestamptz,
    promise_minutes    integer,
    promise_broken_at  timestamptz,
    blocked_by         text,
    blocked_since      timestamptz,
    assigned_by_kind   text,
    assigned_by_id     text,
    assigned_by_name   text,
    approved_by_kind   text,
    approved_by_id     text,
    approved_by_name   text,
    created_by_kind    text             not null,
    created_by_id      text             not null,
    created_by_name    text             not null,
    created_at         timestamptz      not null,
    version            bigint           not null,
    check ((latitude is null) = (longitude is null)),
    check (station_id is not null or stage in ('PENDING', 'CANCELLED')),
    check ((promise_kind is null) = (promise_due_at is null))
);
-- A case has one open job at most, whoever asks how often.
create unique index rescue_job_open_event on rescue_job (event_id) where stage not in ('CLOSED', 'CANCELLED');
create index rescue_job_event on rescue_job (event_id);
create index rescue_job_station on rescue_job (station_id, stage);
create index rescue_job_open on rescue_job (promise_due_at) where stage not in ('CLOSED', 'CANCELLED');
create index rescue_job_due on rescue_job (promise_due_at)
    where promise_broken_at is null and stage not in ('CLOSED', 'CANCELLED');

-- Every stage a job went through; only ever added to.
create table rescue_stage (
    id         bigint      generated always as identity primary key,
    job_id     uuid        not null references rescue_job (id),
    stage      text        not null,
    at         timestamptz not null,
    actor_kind text        not null,
    actor_id   text        not null,
    actor_name text        not null,
    provenance text        not null,
    station_id uuid,
    reason     text,
    note       text
);
create index rescue_stage_job on rescue_stage (job_id, id);

-- One station's leg of a job. A second trip is the next leg of the same job.
create table rescue_trip (
    job_id          uuid             not null references rescue_job (id),
    number          integer          not null check (number > 0),
    station_id      uuid             not null,
    started_at      timestamptz      not null,
    accepted_at     timestamptz,
    departed_at     timestamptz,
    arrived_at      timestamptz,
    ended_at        timestamptz,
    outcome         text             check (outcome in (
        'DECLINED', 'UNANSWERED', 'REASSIGNED', 'SECOND_TRIP', 'COMPLETED', 'CANCELLED')),
    road_meters     double precision,
    ranking_id      uuid,
    override_reason text,
    primary key (job_id, number),
    check ((ended_at is null) = (outcome is null))
);
create unique index rescue_trip_open on rescue_trip (job_id) where ended_at is null;

-- What was on the screen when a station could be chosen.
create table rescue_ranking (
    id         uuid        primary key,
    job_id     uuid        not null references rescue_job (id),
    shown_at   timestamptz not null,
    actor_kind text        not null,
    actor_id   text        not null,
    actor_name text        not null,
    ranking    jsonb       not null
);
create index rescue_ranking_job on rescue_ranking (job_id, shown_at);

-- Promises, read from the top: the first row that fits counts. An absent condition always holds.
create table promise_rule (
    position  integer primary key,
    kind      text    not null check (kind in (
        'ASSIGN', 'RESPOND', 'DEPART', 'ARRIVE', 'INSPECT', 'START_REPAIR', 'REPAIR', 'PARTS', 'RETURN', 'FOLLOW_UP',
        'CLOSE')),
    up_to_km  integer check (up_to_km > 0),
    area      text,
    from_hour integer check (from_hour between 0 and 23),
    to_hour   integer check (to_hour between 1 and 24),
    priority  text    check (priority in ('P1', 'P2', 'P3', 'P4')),
    minutes   integer not null check (minutes > 0),
    check ((from_hour is null) = (to_hour is null))
);
create table promise_table (
    only_one boolean primary key default true check (only_one),
    version  bigint  not null
);
insert into promise_table (version) values (0);
create table promise_table_change (
    version    bigint      primary key,
    at         timestamptz not null,
    actor_kind text        not null,
    actor_id   text        not null,
    actor_name text        not null,
    rules      jsonb       not null
);

-- Soft defaults: makers publish different promises, so an administrator edits these (see the decision record).
insert into promise_rule (position, kind, up_to_km, area, from_hour, to_hour, priority, minutes) values
    ( 1, 'ASSIGN',       null, null, null, null, 'P1',    3),
    ( 2, 'ASSIGN',       null, null, null, null, 'P2',    5),
    ( 3, 'ASSIGN',       null, null, null, null, null,   10),
    ( 4, 'RESPOND',      null, null, null, null, 'P1',    5),
    ( 5, 'RESPOND',      null, null, null, null, 'P2',   10),
    ( 6, 'RESPOND',      null, null,   22,    6, null,   15),
    ( 7, 'RESPOND',      null, null, null, null, null,   10),
    ( 8, 'DEPART',       null, null, null, null, 'P1',   15),
    ( 9, 'DEPART',       null, null,   22,    6, null,   30),
    (10, 'DEPART',       null, null, null, null, null,   20),
    (11, 'ARRIVE',         50, null, null, null, null,  120),
    (12, 'ARRIVE',        100, null, null, null, null,  180),
    (13, 'ARRIVE',        200, null, null, null, null,  360),
    (14, 'ARRIVE',        500, null, null, null, null,  720),
    (15, 'ARRIVE',       null, null, null, null, null, 2880),
    (16, 'INSPECT',      null, null, null, null, null,   20),
    (17, 'START_REPAIR', null, null, null, null, null,   60),
    (18, 'REPAIR',       null, null, null, null, null,  240),
    (19, 'PARTS',        null, null, null, null, null, 1440),
    (20, 'RETURN',       null, null, null, null, null, 1440),
    (21, 'FOLLOW_UP',    null, null, null, null, null, 1440),
    (22, 'CLOSE',        null, null, null, null, null, 1440);
