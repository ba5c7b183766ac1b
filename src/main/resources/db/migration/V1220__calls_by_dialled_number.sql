-- While a telephone rings the caller's earlier calls are counted, those to him as well as those from him.
create index call_dialed on call (dialed_number, offered_at desc);
