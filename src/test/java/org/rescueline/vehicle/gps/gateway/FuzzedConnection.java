package org.rescueline.vehicle.gps.gateway;

import java.lang.ref.Reference;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.rescueline.vehicle.gps.intake.TrackedTerminal;
import org.rescueline.vehicle.gps.jt808.Authentication;
import org.rescueline.vehicle.gps.jt808.FrameEncoder;
import org.rescueline.vehicle.gps.jt808.LocationDetails;
import org.rescueline.vehicle.gps.jt808.ProtocolVersion;
import org.rescueline.vehicle.gps.jt808.TerminalAddress;
import org.rescueline.vehicle.gps.jt808.TerminalAlarm;

/** One connection of an authenticated truck to which a fuzzer speaks, and what must hold when it has hung up. */
final class FuzzedConnection {
    static final String PHONE = "13912345678";
    static final TerminalAddress TRUCK = new TerminalAddress(ProtocolVersion.V2013, PHONE);

    private static final int[] MESSAGE_IDS = {
        0x0001, 0x0002, 0x0003, 0x0100, 0x0102, 0x0200, 0x0201, 0x0704, 0x8001, 0x8100, 0x8201, 0x0104, 0x0107, 0x0702,
        0x0801, 0x8003, 0x8103, 0x8104, 0x8105, 0x8106, 0x8107, 0x8202, 0x8300
    };

    /** Held, since a logger that nobody holds forgets its level. Every second input is refused, and told: gigabytes. */
    private static final Logger REFUSALS = Logger.getLogger(RefusalLog.class.getName());

    static {
        REFUSALS.setLevel(Level.OFF);
    }

    private final Gateways gateway = Gateways.withDefaults();
    private final FakeLine line = new FakeLine();
    private final TerminalConnection connection = gateway.connect(line);

    FuzzedConnection() {
        receive(FrameEncoder.encode(TRUCK, 1, Authentication.of(AcceptingRegistrar.CODE)));
    }

    /** The message id that a byte of the fuzzer's stands for: one we know rather than any of 65,536. */
    static int messageId(byte chosen) {
        return MESSAGE_IDS[(chosen & 0x7f) % MESSAGE_IDS.length];
    }

    void receive(byte[] bytes) {
        connection.receive(bytes);
    }

    /** Lets every deadline of the line pass, such as that of a message whose parts never came. */
    void letTimePass() {
        line.letTimePass();
    }

    /** Hangs up; the connection catches our own faults to protect its other terminals, and here they must show. */
    void endWithNothingFailedAndNothingLeft() {
        connection.ended();
        gateway.registrar.terminals().forEach(FuzzedConnection::readWhatStandsBesideItsPlace);
        if (gateway.count("rescueline.gps.frames.failed") > 0) {
            throw new AssertionError("a frame could not be handled; see the log above");
        }
        if (gateway.sessions.size() > 0) {
            throw new AssertionError("a session outlived its connection");
        }
        if (gateway.partsBytes() != 0) {
            throw new AssertionError("parts outlived their connection");
        }
        // The gauge holds what it counts weakly: collected in the last moment, it would tell of no number at all.
        Reference.reachabilityFence(gateway);
    }

    /** The items of a report are read when somebody looks at the truck. */
    private static void readWhatStandsBesideItsPlace(TrackedTerminal terminal) {
        LocationDetails.of(terminal.items());
        TerminalAlarm.in(terminal.alarmBits());
    }
}
