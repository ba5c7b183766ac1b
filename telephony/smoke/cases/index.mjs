// All cases, in the order in which they play.
import { faults } from './faults.mjs';
import { inbound } from './inbound.mjs';
import { outbound } from './outbound.mjs';

export const cases = { ...inbound, ...outbound, ...faults };
