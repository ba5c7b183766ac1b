package org.rescueline.vehicle;

/** How a terminal speaks to us. */
public enum TerminalProtocol {
    /** JT/T 808-2011 over TCP. */
    JT808_2011,
    /** JT/T 808-2013 over TCP. */
    JT808_2013,
    /** JT/T 808-2019 over TCP. */
    JT808_2019,
    /** JSON over HTTP: a forwarder, a telephone, another platform. */
    HTTP
}
