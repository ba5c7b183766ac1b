package org.rescueline.vehicle.gps.store;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.rescueline.vehicle.PositionSource;
import org.rescueline.vehicle.gps.fix.Fix;

/**
 * Rows in PostgreSQL's binary COPY format (manual, SQL COPY, "Binary Format"): each field its length and its bytes,
 * −1 for null. The server takes it without parsing a single digit.
 */
final class CopyFormat {
    /** The columns, in the order in which {@link #row} writes them. */
    static final String COLUMNS = "fixed_at, received_at, latitude, longitude, terminal_id, status_bits, alarm_bits,"
            + " mileage_tenths_km, speed_tenths_kph, altitude_meters, course_degrees, satellites, is_ignition_known,"
            + " source";

    private static final int COLUMN_COUNT = 14;
    private static final byte[] SIGNATURE = "PGCOPY\n\377\r\n\0".getBytes(StandardCharsets.ISO_8859_1);
    private static final int NULL = -1;
    private static final int FRAME_BYTES = 64;

    /** The most a row takes: 14 lengths, 4 × 8 bytes, 5 × 4, 4 × 2, a boolean, and the count of columns in front. */
    private static final int ROW_BYTES = 2 + COLUMN_COUNT * 4 + 4 * 8 + 5 * 4 + 4 * 2 + 1;

    /** PostgreSQL counts microseconds from 2000-01-01. */
    private static final long EPOCH_SECOND =
            Instant.parse("2000-01-01T00:00:00Z").getEpochSecond();

    private final ByteBuffer out;

    private CopyFormat(int rows) {
        this.out = ByteBuffer.allocate(FRAME_BYTES + rows * ROW_BYTES);
    }

    /** The rows as COPY reads them, between position and limit. */
    static ByteBuffer encode(List<PositionRow> rows) {
        CopyFormat format = new CopyFormat(rows.size());
        format.header();
        for (PositionRow row : rows) {
            format.row(row);
        }
        format.out.putShort((short) -1);
        return format.out.flip();
    }

    private void header() {
        out.put(SIGNATURE);
        out.putInt(0);
        out.putInt(0);
    }

    private void row(PositionRow row) {
        Fix fix = row.fix();
        out.putShort((short) COLUMN_COUNT);
        time(row.fixedAt());
        time(fix.receivedAt());
        real(fix.latitude());
        real(fix.longitude());
        integer(row.terminalId());
        integer(fix.statusBits());
        integer(fix.alarmBits());
        optionalInteger(fix.mileageTenthsKm());
        optionalInteger(fix.speedTenthsKph());
        optionalShort(fix.altitudeMeters());
        optionalShort(fix.courseDegrees());
        optionalShort(fix.satellites());
        out.putInt(1);
        out.put((byte) (fix.isIgnitionKnown() ? 1 : 0));
        optionalShort(fix.source() == PositionSource.TERMINAL ? 0 : 1);
    }

    private void time(Instant instant) {
        out.putInt(Long.BYTES);
        out.putLong((instant.getEpochSecond() - EPOCH_SECOND) * 1_000_000 + instant.getNano() / 1_000);
    }

    private void real(double value) {
        out.putInt(Double.BYTES);
        out.putDouble(value);
    }

    private void integer(int value) {
        out.putInt(Integer.BYTES);
        out.putInt(value);
    }

    /** What does not fit its column is no measurement: a mileage of 400 million kilometres is a broken counter. */
    private void optionalInteger(long value) {
        if (value == Fix.UNKNOWN || value > Integer.MAX_VALUE || value < Integer.MIN_VALUE) {
            out.putInt(NULL);
            return;
        }
        integer((int) value);
    }

    private void optionalShort(int value) {
        if (value == Fix.UNKNOWN || value > Short.MAX_VALUE || value < Short.MIN_VALUE) {
            out.putInt(NULL);
            return;
        }
        out.putInt(Short.BYTES);
        out.putShort((short) value);
    }
}
