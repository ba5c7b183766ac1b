package org.rescueline.vehicle.gps.jt808;

/** What the platform says to a terminal. */
public sealed interface PlatformMessage extends Message
        permits PlatformAck,
                PartRequest,
                RegistrationAnswer,
                ParameterOrder,
                ParameterQuery,
                ParameterSelection,
                AttributeQuery,
                TerminalControl,
                LocationQuery,
                TrackingOrder,
                TextMessage {}
