-- Who drove with which qualification card, as the terminals tell it (JT/T 808 0x0702). Personal data.
create table driver_card (
    terminal_id     integer     not null references terminal (id),
    -- By the terminal's clock; by ours where it tells no time.
    at              timestamptz not null,
    received_at     timestamptz not null,
    is_inserted     boolean     not null,
    -- READ, KEY_REFUSED, LOCKED, PULLED_OUT or DAMAGED; the fields below are filled for READ only.
    reading         text        not null,
    driver_name     text,
    certificate     text,
    authority       text,
    valid_until     date,
    identity_number text,
    primary key (terminal_id, at, is_inserted)
);
