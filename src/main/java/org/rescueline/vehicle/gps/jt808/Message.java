package org.rescueline.vehicle.gps.jt808;

/** One thing said in JT/T 808, without its header. */
public sealed interface Message permits TerminalMessage, PlatformMessage {
    /** The standard's number, see {@link MessageId}. */
    int messageId();
}
