-- What the caller said in the menu, and whether the caller asked to be called back: told by the caller's leg, kept with the call.
alter table call_leg
    add column choice text check (choice in ('RESCUE', 'SERVICE', 'COMPLAINT', 'NONE')),
    add column callback_requested boolean not null default false;
alter table call
    add column choice text check (choice in ('RESCUE', 'SERVICE', 'COMPLAINT', 'NONE')),
    add column callback_requested boolean not null default false;

update call set callback_requested = true where id in (select call_id from callback_request);
update call_leg set callback_requested = true
 where role = 'CALLER' and call_id in (select call_id from callback_request);

-- Who asked to be called back has not given up: counted apart. Everything else is as it was.
create or replace view report_inbound_call as
select id,
       dialed_number,
       offered_at,
       answered_at,
       state = 'ABANDONED' and not callback_requested as abandoned,
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
                          and coalesce(taker.ended_at, 'infinity') > gone.ended_at + interval '1 second')) as transfers,
       state = 'ABANDONED' and callback_requested as callback_requested
  from call
 where direction = 'INBOUND';
