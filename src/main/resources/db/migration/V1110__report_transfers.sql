-- How often a caller was passed on: an operator's leg, or one to somebody outside, that ended while a leg answered after it went on.
-- Whom an operator asked and let go again has not taken the caller over: the operator's own leg was answered before it. The second
-- keeps out those who all end with the caller.
create or replace view report_inbound_call as
select id,
       dialed_number,
       offered_at,
       answered_at,
       state = 'ABANDONED' as abandoned,
       state in ('OFFERED', 'QUEUED', 'RINGING') as waiting,
       extract(epoch from coalesce(answered_at, abandoned_at) - offered_at)::double precision as wait_seconds,
       extract(epoch from ended_at - answered_at)::double precision as handle_seconds,
       (select count(*)
          from call_leg gone
         where gone.call_id = call.id
           and gone.role in ('OPERATOR', 'CUSTOMER')
           and gone.bridged_at is not null
           and exists (select 1
                         from call_leg taker
                        where taker.call_id = call.id
                          and taker.id <> gone.id
                          and taker.role in ('OPERATOR', 'CUSTOMER')
                          and taker.bridged_at is not null
                          and coalesce(taker.answered_at, taker.bridged_at) > coalesce(gone.answered_at, gone.bridged_at)
                          and coalesce(taker.ended_at, 'infinity') > gone.ended_at + interval '1 second')) as transfers
  from call
 where direction = 'INBOUND';
