package org.rescueline.vehicle.gps.store;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
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
    private static final int BYTES_PER_ROW = 150;

    /** PostgreSQL counts microseconds from 2000-01-01. */
    private static final long EPOCH_SECOND =
            Instant.parse("2000-01-01T00:00:00Z").getEpochSecond();

    private final ByteArrayOutputStream bytes;
    private final DataOutputStream out;

    private CopyFormat(int rows) {
        this.bytes = new ByteArrayOutputStream(64 + rows * BYTES_PER_ROW);
        this.out = new DataOutputStream(bytes);
    }

    static byte[] encode(List<PositionRow> rows) {
        try {
            CopyFormat format = new CopyFormat(rows.size());
            format.header();
            for (PositionRow row : rows) {
                format.row(row);
            }
            format.out.writeShort(-1);
            return format.bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("memory cannot fail to be written", e);
        }
    }

    private void header() throws IOException {
        out.write(SIGNATURE);
        out.writeInt(0);
        out.writeInt(0);
    }

    private void row(PositionRow row) throws IOException {
        Fix fix = row.fix();
        out.writeShort(COLUMN_COUNT);
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
        out.writeInt(1);
        out.writeBoolean(fix.isIgnitionKnown());
        optionalShort(fix.source() == PositionSource.TERMINAL ? 0 : 1);
    }

    private void time(Instant instant) throws IOException {
        out.writeInt(Long.BYTES);
        out.writeLong((instant.getEpochSecond() - EPOCH_SECOND) * 1_000_000 + instant.getNano() / 1_000);
    }

    private void real(double value) throws IOException {
        out.writeInt(Double.BYTES);
        out.writeDouble(value);
    }

    private void integer(int value) throws IOException {
        out.writeInt(Integer.BYTES);
        out.writeInt(value);
    }

    /** What does not fit its column is no measurement: a mileage of 400 million kilometres is a broken counter. */
    private void optionalInteger(long value) throws IOException {
        if (value == Fix.UNKNOWN || value > Integer.MAX_VALUE || value < Integer.MIN_VALUE) {
            out.writeInt(NULL);
            return;
        }
        integer((int) value);
    }

    private void optionalShort(int value) throws IOException {
        if (value == Fix.UNKNOWN || value > Short.MAX_VALUE || value < Short.MIN_VALUE) {
            out.writeInt(NULL);
            return;
        }
        out.writeInt(Short.BYTES);
        out.writeShort(value);
    }
}
