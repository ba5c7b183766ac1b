-- Service stations, the offices that supervise them, and the duty phones that must be answered day and night.

create table office (
    id   uuid primary key,
    code text not null unique,
    name text not null
);

create table station (
    id                uuid             primary key,
    code              text             not null unique,
    name              text             not null,
    office_id         uuid             not null references office (id),
    status            text             not null check (status in ('PREPARING', 'ACTIVE', 'SUSPENDED', 'REVOKED')),
    star_grade        integer          check (star_grade between 1 and 5),
    head_name         text,
    head_phone        text,
    address           text             not null,
    latitude          double precision not null check (latitude between -90 and 90),
    longitude         double precision not null check (longitude between -180 and 180),
    capabilities      text[]           not null,
    main_models       text,
    parts_hint        text,
    night_opening     boolean          not null,
    opens_at          time             not null,
    closes_at         time             not null,
    zone              text             not null,
    rescue_vans       integer          not null check (rescue_vans >= 0),
    technicians       integer          not null check (technicians >= 0),
    service_radius_km integer          check (service_radius_km > 0),
    version           bigint           not null,
    created_at        timestamptz      not null,
    updated_at        timestamptz      not null
);
create index station_office on station (office_id);

create table duty_phone (
    id                      uuid    primary key,
    station_id              uuid    not null references station (id),
    number                  text    not null,
    label                   text    not null,
    is_primary              boolean not null,
    position                integer not null,
    last_check_id           uuid,
    last_check_at           timestamptz,
    last_check_verdict      text,
    last_check_ring_seconds double precision,
    unique (station_id, number)
);
-- The one to dial first is one.
create unique index duty_phone_primary on duty_phone (station_id) where is_primary;

-- Every edit of the register, as it stood afterwards.
create table station_change (
    id         bigint      generated always as identity primary key,
    station_id uuid        not null references station (id),
    version    bigint      not null,
    at         timestamptz not null,
    actor_kind text        not null,
    actor_id   text        not null,
    actor_name text        not null,
    station    jsonb       not null
);
create index station_change_station on station_change (station_id, at);

-- Counts every change, so that the nodes, which keep the register in memory, see with one cheap look that theirs is old.
create table station_register (
    only_one boolean primary key default true check (only_one),
    revision bigint  not null
);
insert into station_register (revision) values (0);
