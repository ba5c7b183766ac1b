-- Unannounced calls to the stations' duty phones.

create table spot_check (
    id                uuid        primary key,
    station_id        uuid        not null,
    duty_phone_id     uuid        not null,
    -- As they were when the check was made: stations and numbers change, the record does not.
    station           jsonb       not null,
    number            text        not null,
    state             text        not null check (state in ('CLAIMED', 'DIALLING', 'DONE')),
    requested_by      uuid        not null,
    requested_by_name text        not null,
    requested_at      timestamptz not null,
    -- Names the channel at the switch; committed before the order goes there.
    attempt_id        uuid        not null unique,
    dialled_at        timestamptz,
    ended_at          timestamptz,
    ring_seconds      double precision check (ring_seconds >= 0),
    verdict           text check (verdict in ('ANSWERED_IN_TIME', 'ANSWERED_LATE', 'NO_ANSWER', 'BUSY',
                                              'UNREACHABLE', 'OUR_LINE_FAILED')),
    counts            boolean,
    hangup_cause      integer,
    call_id           uuid,
    -- The threshold in force when it was judged.
    answer_within_seconds double precision not null,
    -- Drawn by a plan with a seed that anyone can draw again, published after the plan's last check; both absent for a
    -- check asked for by hand.
    plan_id           uuid,
    seed              text,
    check ((state = 'DONE') = (verdict is not null and counts is not null and ended_at is not null)),
    check (counts is null or counts = (verdict <> 'OUR_LINE_FAILED'))
);
-- A duty phone is not rung twice at once.
create unique index spot_check_one_running on spot_check (duty_phone_id) where state <> 'DONE';
create index spot_check_station on spot_check (station_id, requested_at desc);
create index spot_check_newest on spot_check (requested_at desc, id);
create index spot_check_in_flight on spot_check (requested_at) where state <> 'DONE';
create index spot_check_plan on spot_check (plan_id) where plan_id is not null;
