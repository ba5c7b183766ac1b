package org.rescueline.vehicle.gps.jt808;

/** What a terminal says to the platform. */
public sealed interface TerminalMessage extends Message
        permits TerminalAck,
                Heartbeat,
                Logout,
                Registration,
                Authentication,
                LocationReport,
                LocationAnswer,
                LocationBatch,
                DriverIdentity,
                MediaUpload,
                ParameterAnswer,
                TerminalAttributes {}
