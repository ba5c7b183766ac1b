-- Days of the history of which only a part was kept.
create table position_day_thinned (
    day        date        primary key,
    thinned_at timestamptz not null
);

-- The last position of terminals whose history has been dropped.
create table terminal_last_position (like position);
alter table terminal_last_position add primary key (terminal_id);
