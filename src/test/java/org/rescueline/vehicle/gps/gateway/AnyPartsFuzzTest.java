package org.rescueline.vehicle.gps.gateway;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.Arrays;
import org.rescueline.vehicle.gps.jt808.RawFrames;

/** Parts in any order and number: first byte the id, then for each part its count, its index and ten bytes of body. */
class AnyPartsFuzzTest {
    private static final int PART_BYTES = 12;

    @FuzzTest
    void surviveAnyParts(byte[] input) {
        if (input.length == 0) {
            return;
        }
        int id = FuzzedConnection.messageId(input[0]);
        FuzzedConnection connection = new FuzzedConnection();
        for (int at = 1; at + 2 <= input.length; at += PART_BYTES) {
            byte[] body = Arrays.copyOfRange(input, at + 2, Math.min(input.length, at + PART_BYTES));
            connection.receive(
                    RawFrames.part(FuzzedConnection.TRUCK, 100 + input[at + 1], id, input[at], input[at + 1], body));
        }
        connection.letTimePass();
        connection.endWithNothingFailedAndNothingLeft();
    }
}
