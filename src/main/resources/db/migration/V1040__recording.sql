-- Recordings that were fetched from a switch. The channel's name ties one to its call (call_leg), so that a recording which arrives
-- before the ledger has mended its call is found all the same.
create table recording (
    id                 uuid primary key,
    pbx                text        not null,
    -- as it was called in the switch's spool
    file               text        not null,
    uniqueid           text        not null,
    -- below the store's directory
    stored_as          text        not null unique,
    sha256             text        not null check (sha256 ~ '^[0-9a-f]{64}$'),
    bytes              bigint      not null check (bytes > 44),
    channels           integer     not null check (channels in (1, 2)),
    samples_per_second integer     not null check (samples_per_second > 0),
    duration_millis    bigint      not null check (duration_millis >= 0),
    -- the loudest sample of each stretch, 0 to 255, one channel after the other
    peaks              bytea       not null,
    -- when the switch wrote last
    recorded_at        timestamptz not null,
    moved_at           timestamptz not null,
    held               boolean     not null default false,
    -- by retention; the file goes after this is committed
    removed_at         timestamptz,
    file_gone          boolean     not null default false,
    unique (pbx, file),
    check (not (held and removed_at is not null)),
    check (removed_at is not null or not file_gone)
);
create index recording_channel on recording (pbx, uniqueid);
create index recording_due on recording (recorded_at) where removed_at is null and not held;
create index recording_going on recording (removed_at) where removed_at is not null and not file_gone;

-- Who held or released a recording, and why. Only ever appended to.
create table recording_hold (
    id           uuid primary key,
    recording_id uuid        not null references recording (id),
    at           timestamptz not null,
    held         boolean     not null,
    reason       text        not null check (length(reason) between 1 and 500),
    by_id        uuid        not null,
    by_name      text        not null
);
create index recording_hold_of on recording_hold (recording_id, at);
