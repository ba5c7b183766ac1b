-- A supervisor in a call. The id is the Uniqueid of the supervisor's channel, so that the switch can be asked what became of it.
create table supervision (
    id                 uuid primary key,
    call_id            uuid        not null references call (id),
    operator_extension text        not null,
    supervisor_id      uuid        not null,
    supervisor_name    text        not null,
    mode               text        not null check (mode in ('LISTEN', 'WHISPER', 'BARGE')),
    asked_at           timestamptz not null,
    refused_at         timestamptz
);
create index supervision_call on supervision (call_id, asked_at desc);
