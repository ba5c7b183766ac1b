-- What people and rules ordered a truck's terminal to do, and what came of it.
create table terminal_order (
    id             uuid        primary key,
    vehicle_id     uuid        not null references vehicle (id),
    terminal_phone text        not null,
    kind           text        not null check (kind in ('TEXT', 'TRACKING', 'TRACKING_END', 'PARAMETER_QUERY',
                                                        'PARAMETERS', 'ATTRIBUTE_QUERY', 'RESTART')),
    -- The order in words: the text, the interval, the parameters.
    detail         text        not null,
    actor_kind     text        not null,
    actor_id       text        not null,
    actor_name     text        not null,
    ordered_at     timestamptz not null,
    -- Null while it is under way, and for ever when this service ended meanwhile.
    outcome        text,
    answered_at    timestamptz
);
create index terminal_order_vehicle on terminal_order (vehicle_id, ordered_at);
