package org.rescueline.vehicle.gps.gateway;

import com.code_intelligence.jazzer.junit.FuzzTest;
import org.rescueline.vehicle.gps.jt808.Authentication;
import org.rescueline.vehicle.gps.jt808.FrameEncoder;
import org.rescueline.vehicle.gps.jt808.ProtocolVersion;
import org.rescueline.vehicle.gps.jt808.RawFrames;
import org.rescueline.vehicle.gps.jt808.TerminalAddress;

/**
 * Whatever bytes come, nothing is thrown out of a connection. Runs the saved inputs as a test; with {@code
 * JAZZER_FUZZ=1} it looks for new ones.
 */
class TerminalConnectionFuzzTest {
    private static final TerminalAddress TRUCK = new TerminalAddress(ProtocolVersion.V2013, "13912345678");

    private static final int[] IDS = {
        0x0001, 0x0002, 0x0003, 0x0100, 0x0102, 0x0200, 0x0201, 0x0704, 0x8001, 0x8100, 0x8201, 0x0104, 0x0107, 0x0702,
        0x0801, 0x8003, 0x8103, 0x8104, 0x8105, 0x8106, 0x8107, 0x8202, 0x8300
    };

    @FuzzTest(maxDuration = "30s")
    void surviveAnyStream(byte[] stream) {
        Gateways gateway = Gateways.withDefaults();
        FakeLine line = new FakeLine();
        TerminalConnection connection = gateway.connect(line);
        connection.receive(FrameEncoder.encode(TRUCK, 1, Authentication.of(AcceptingRegistrar.CODE)));
        connection.receive(stream);
        connection.ended();
        requireNothingFailed(gateway);
    }

    /** Frames that are whole outside, so that the bodies get read: one byte of id, then the body. */
    @FuzzTest(maxDuration = "30s")
    void surviveAnyBody(byte[] input) {
        if (input.length == 0 || input.length > 1000) {
            return;
        }
        byte[] body = java.util.Arrays.copyOfRange(input, 1, input.length);
        int id = IDS[(input[0] & 0x7f) % IDS.length];
        ProtocolVersion version = input[0] < 0 ? ProtocolVersion.V2019 : ProtocolVersion.V2013;
        Gateways gateway = Gateways.withDefaults();
        TerminalConnection connection = gateway.connect(new FakeLine());
        connection.receive(FrameEncoder.encode(TRUCK, 1, Authentication.of(AcceptingRegistrar.CODE)));
        connection.receive(RawFrames.frame(new TerminalAddress(version, "13912345678"), 2, id, 0, body));
        connection.ended();
        requireNothingFailed(gateway);
    }

    /** Parts in any order and number: first byte the id, then for each part its count, its index and ten bytes of body. */
    @FuzzTest(maxDuration = "30s")
    void surviveAnyParts(byte[] input) {
        if (input.length == 0) {
            return;
        }
        Gateways gateway = Gateways.withDefaults();
        FakeLine line = new FakeLine();
        TerminalConnection connection = gateway.connect(line);
        connection.receive(FrameEncoder.encode(TRUCK, 1, Authentication.of(AcceptingRegistrar.CODE)));
        int id = IDS[(input[0] & 0x7f) % IDS.length];
        for (int at = 1; at + 2 <= input.length; at += 12) {
            byte[] body = java.util.Arrays.copyOfRange(input, at + 2, Math.min(input.length, at + 12));
            connection.receive(RawFrames.part(TRUCK, 100 + input[at + 1], id, input[at], input[at + 1], body));
        }
        line.letTimePass();
        connection.ended();
        requireNothingFailed(gateway);
        if (gateway.partsBytes() != 0) {
            throw new AssertionError("parts outlived their connection");
        }
    }

    /** The connection catches our own faults to protect its other terminals; here they must show. */
    private static void requireNothingFailed(Gateways gateway) {
        if (gateway.count("rescueline.gps.frames.failed") > 0) {
            throw new AssertionError("a frame could not be handled; see the log above");
        }
        if (gateway.sessions.size() > 0) {
            throw new AssertionError("a session outlived its connection");
        }
    }
}
