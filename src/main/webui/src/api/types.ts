/**
 * The shapes the service speaks, as its REST resources and its live feed give them. Instants are ISO-8601 in UTC;
 * durations carry their unit in the name; what is absent is null.
 */
export * from './types/common';
export * from './types/telephony';
export * from './types/vehicle';
export * from './types/station';
export * from './types/event';
export * from './types/rescue';
export * from './types/owedCalls';
export * from './types/console';
