-- An order is written down together with the key of its request, and sent afterwards: whoever sends it takes it first, so
-- that a request that comes twice reaches the driver once.
alter table terminal_order add column sent_at timestamptz;
update terminal_order set sent_at = ordered_at;

-- How a terminal signs on to its mobile network (0x0010 to 0x0012, 0x0014 to 0x0016) is nobody's to read here.
update terminal_order
   set detail = regexp_replace(detail, '(0x00(?:1[0-2]|1[4-6]))=[0-9a-f]*', '\1=***', 'g')
 where kind = 'PARAMETERS';
