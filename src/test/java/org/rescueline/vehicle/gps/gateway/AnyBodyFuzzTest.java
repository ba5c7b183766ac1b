package org.rescueline.vehicle.gps.gateway;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.Arrays;
import org.rescueline.vehicle.gps.jt808.ProtocolVersion;
import org.rescueline.vehicle.gps.jt808.RawFrames;
import org.rescueline.vehicle.gps.jt808.TerminalAddress;

/** Frames that are whole outside, so that the bodies get read: one byte of id and version, then the body. */
class AnyBodyFuzzTest {
    private static final int LONGEST_BODY_BYTES = 999;

    @FuzzTest
    void surviveAnyBody(byte[] input) {
        if (input.length == 0 || input.length > 1 + LONGEST_BODY_BYTES) {
            return;
        }
        byte[] body = Arrays.copyOfRange(input, 1, input.length);
        ProtocolVersion version = input[0] < 0 ? ProtocolVersion.V2019 : ProtocolVersion.V2013;
        TerminalAddress truck = new TerminalAddress(version, FuzzedConnection.PHONE);
        FuzzedConnection connection = new FuzzedConnection();
        connection.receive(RawFrames.frame(truck, 2, FuzzedConnection.messageId(input[0]), 0, body));
        connection.endWithNothingFailedAndNothingLeft();
    }
}
