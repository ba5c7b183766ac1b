-- What the reports read of the telephony's ledger, and all they read. The views are the contract between the two rooms.

-- One row for each caller, however often the call was passed on.
create view report_inbound_call as
select id,
       dialed_number,
       offered_at,
       answered_at,
       state = 'ABANDONED' as abandoned,
       state in ('OFFERED', 'QUEUED', 'RINGING') as waiting,
       extract(epoch from coalesce(answered_at, abandoned_at) - offered_at)::double precision as wait_seconds,
       extract(epoch from ended_at - answered_at)::double precision as handle_seconds
  from call
 where direction = 'INBOUND';

-- One row for each time an operator's telephone was in use.
create view report_operator_telephone as
select extension,
       call_id,
       coalesce(ringing_at, first_seen_at) as ringing_at,
       answered_at,
       ended_at
  from call_leg
 where role = 'OPERATOR'
   and extension is not null;
