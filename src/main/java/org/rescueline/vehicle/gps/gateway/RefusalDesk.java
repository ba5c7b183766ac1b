package org.rescueline.vehicle.gps.gateway;

/**
 * What all connections share to say no by.
 *
 * @param log samples of refused frames
 * @param strangers counts by address
 * @param partsMemory what messages in parts may take
 */
record RefusalDesk(RefusalLog log, UnknownSenders strangers, PartsMemory partsMemory) {}
