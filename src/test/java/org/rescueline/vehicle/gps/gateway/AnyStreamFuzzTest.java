package org.rescueline.vehicle.gps.gateway;

import com.code_intelligence.jazzer.junit.FuzzTest;

/**
 * Whatever bytes come, nothing is thrown out of a connection. The build looks for new bytes for a fixed time, led by the
 * branches they reach; what once failed is kept as an input beside the test. One fuzz test a class: the fuzzer takes one
 * a process.
 */
class AnyStreamFuzzTest {
    @FuzzTest
    void surviveAnyStream(byte[] stream) {
        FuzzedConnection connection = new FuzzedConnection();
        connection.receive(stream);
        connection.endWithNothingFailedAndNothingLeft();
    }
}
