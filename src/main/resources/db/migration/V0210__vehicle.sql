-- Trucks, whom to ring about them, the terminals they carry, and where those were.

create table vehicle (
    id            uuid primary key,
    vin           text unique check (vin ~ '^[A-HJ-NPR-Z0-9]{17}$'),
    plate         text,
    -- The plate without blanks, dots and hyphens, in capitals: what is unique and what is searched.
    plate_key     text unique,
    model         text,
    drive_form    text,
    engine_make   text,
    engine_model  text,
    gearbox_make  text,
    owner_name    text,
    owner_company text,
    created_at    timestamptz not null,
    updated_at    timestamptz not null,
    version       bigint      not null default 0,
    check (vin is not null or plate is not null),
    check ((plate is null) = (plate_key is null))
);
-- People say the end of a VIN and of a plate; reversed, an end is a beginning that an index finds.
create index vehicle_vin_end on vehicle (reverse(vin) text_pattern_ops);
create index vehicle_plate_end on vehicle (reverse(plate_key) text_pattern_ops);
create index vehicle_plate_start on vehicle (plate_key text_pattern_ops);
create index vehicle_created on vehicle (created_at, id);

-- Every edit, whole, with who made it.
create table vehicle_change (
    vehicle_id uuid        not null references vehicle (id),
    version    bigint      not null,
    at         timestamptz not null,
    actor_kind text        not null,
    actor_id   text        not null,
    actor_name text        not null,
    vehicle    jsonb       not null,
    primary key (vehicle_id, version)
);

create table contact (
    id         uuid     primary key,
    vehicle_id uuid     not null references vehicle (id),
    ordinal    smallint not null,
    name       text,
    role       text     not null check (role in ('DRIVER', 'OWNER', 'FLEET')),
    number     text     not null
);
create index contact_vehicle on contact (vehicle_id, ordinal);
create index contact_number on contact (number);
create index contact_number_end on contact (reverse(number) text_pattern_ops);

create table terminal (
    -- Small, since it stands in every row of the history.
    id               integer generated always as identity primary key,
    -- Without zeros in front.
    phone            text        not null unique,
    protocol         text        not null check (protocol in ('JT808_2011', 'JT808_2013', 'JT808_2019', 'HTTP')),
    vehicle_id       uuid references vehicle (id),
    auth_code        text,
    manufacturer     text,
    model            text,
    device_id        text,
    -- What the terminal says its vehicle's plate (or VIN) is: for people to compare, never fitted by itself.
    plate_told       text,
    plate_colour     smallint,
    imei             text,
    software_version text,
    first_seen_at    timestamptz not null,
    registered_at    timestamptz,
    -- The driver's emergency button: when the last press was told of, and whether it is still held.
    sos_at           timestamptz,
    sos_held         boolean     not null default false,
    -- When another node must read this row again.
    changed_at       timestamptz not null
);
create index terminal_vehicle on terminal (vehicle_id);
create index terminal_changed on terminal (changed_at);
create index terminal_phone_end on terminal (reverse(phone) text_pattern_ops);

-- Which vehicle carried a terminal when: a track belongs to the vehicle that the terminal was in at that time.
create table terminal_fitting (
    terminal_id integer     not null references terminal (id),
    vehicle_id  uuid        not null references vehicle (id),
    fitted_at   timestamptz not null,
    removed_at  timestamptz,
    primary key (terminal_id, fitted_at)
);
create index terminal_fitting_vehicle on terminal_fitting (vehicle_id, fitted_at);
create unique index terminal_fitting_present on terminal_fitting (terminal_id) where removed_at is null;

-- Who looked at whose track: where people drove is personal.
create table track_look (
    id         bigint generated always as identity primary key,
    vehicle_id uuid        not null references vehicle (id),
    at         timestamptz not null,
    actor_kind text        not null,
    actor_id   text        not null,
    actor_name text        not null,
    track_from timestamptz not null,
    track_to   timestamptz not null
);
create index track_look_vehicle on track_look (vehicle_id, at);

-- The history, one partition for each day (UTC) of the fix; the service makes them ahead and as they are needed.
-- No foreign key and one index: this table takes a hundred thousand rows a second.
create table position (
    fixed_at          timestamptz      not null,
    received_at       timestamptz      not null,
    latitude          double precision not null,
    longitude         double precision not null,
    terminal_id       integer          not null,
    status_bits       integer          not null,
    alarm_bits        integer          not null,
    mileage_tenths_km integer,
    speed_tenths_kph  integer,
    altitude_meters   smallint,
    course_degrees    smallint,
    satellites        smallint,
    is_ignition_known boolean          not null,
    -- 0 a terminal over TCP, 1 an HTTP feed.
    source            smallint         not null
) partition by range (fixed_at);
create index position_terminal on position (terminal_id, fixed_at);
