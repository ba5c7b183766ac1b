package org.rescueline.bench;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.rescueline.vehicle.gps.jt808.FrameEncoder;
import org.rescueline.vehicle.gps.jt808.LocationReport;
import org.rescueline.vehicle.gps.jt808.ProtocolVersion;
import org.rescueline.vehicle.gps.jt808.TerminalAddress;

/**
 * One terminal of the driver: its reports are a second and a few metres apart, and known by their number. All of them are
 * made before the time is taken, since making them is no work of a platform.
 */
final class DrivenTerminal {

    private static final int SERIALS = 0x10000;
    private static final double STEP_DEGREES = 0.0002;

    private final TerminalAddress address;
    private final int reports;
    private final byte[] frames;
    private final int[] begins;
    private final BitSet acknowledged;
    private int sent;
    private int firstOpen;
    private int openAtLastLook = -1;

    DrivenTerminal(String phone, int reports, Instant first) {
        this.address = new TerminalAddress(ProtocolVersion.V2013, phone);
        this.reports = reports;
        this.acknowledged = new BitSet(reports);
        this.begins = new int[reports + 1];
        this.frames = frames(first);
    }

    TerminalAddress address() {
        return address;
    }

    boolean hasNext() {
        return sent < reports;
    }

    void putNext(ByteBuffer out) {
        put(sent++, out);
    }

    void put(int number, ByteBuffer out) {
        out.put(frames, begins[number], begins[number + 1] - begins[number]);
    }

    /** Whether this report was not acknowledged before. */
    boolean acknowledged(int serial) {
        int number = firstOpen + ((serial - firstOpen) & (SERIALS - 1));
        if (number >= sent || acknowledged.get(number)) {
            return false;
        }
        acknowledged.set(number);
        firstOpen = acknowledged.nextClearBit(firstOpen);
        return true;
    }

    /** The numbers of all that are open, when the oldest was so at the last look already. */
    List<Integer> overdue() {
        var again = new ArrayList<Integer>();
        if (firstOpen < sent && firstOpen == openAtLastLook) {
            for (int number = firstOpen; number < sent; number = acknowledged.nextClearBit(number + 1)) {
                again.add(number);
            }
        }
        openAtLastLook = firstOpen;
        return again;
    }

    private byte[] frames(Instant first) {
        var bytes = new ByteArrayOutputStream();
        for (var number = 0; number < reports; number++) {
            double along = number * STEP_DEGREES % 10;
            var report = LocationReport.at(30 + along, 105 + along, first.plusSeconds(number))
                    .withIgnition(true)
                    .withMotion(72, 45);
            bytes.writeBytes(FrameEncoder.encode(address, number & (SERIALS - 1), report));
            begins[number + 1] = bytes.size();
        }
        return bytes.toByteArray();
    }
}
