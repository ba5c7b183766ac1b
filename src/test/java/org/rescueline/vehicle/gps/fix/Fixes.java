package org.rescueline.vehicle.gps.fix;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.rescueline.vehicle.PositionSource;

/** Makes fixes for tests: a truck near Xi'an at two in the night, unless the test says otherwise. */
public final class Fixes {
    public static final Instant NOW = Instant.parse("2026-01-14T02:14:07Z");

    private double latitude = 34.3;
    private double longitude = 108.95;
    private @Nullable Instant fixedAt = NOW;
    private Instant receivedAt = NOW.plusSeconds(1);
    private int statusBits = Fix.FIXED | Fix.IGNITION;
    private int alarmBits;

    private Fixes() {}

    public static Fixes aFix() {
        return new Fixes();
    }

    public Fixes at(double newLatitude, double newLongitude) {
        latitude = newLatitude;
        longitude = newLongitude;
        return this;
    }

    /** Fixed so long after {@link #NOW}, and received a second later. */
    public Fixes after(Duration duration) {
        fixedAt = NOW.plus(duration);
        receivedAt = NOW.plus(duration).plusSeconds(1);
        return this;
    }

    /** Fixed then by the terminal's clock, whenever it was received. */
    public Fixes fixedAt(@Nullable Instant newFixedAt) {
        fixedAt = newFixedAt;
        return this;
    }

    public Fixes receivedAt(Instant newReceivedAt) {
        receivedAt = newReceivedAt;
        return this;
    }

    public Fixes unfixed() {
        statusBits &= ~Fix.FIXED;
        return this;
    }

    public Fixes southWest() {
        statusBits |= Fix.SOUTH | Fix.WEST;
        return this;
    }

    public Fixes sos() {
        alarmBits |= 1;
        return this;
    }

    public Fix build() {
        return new Fix(
                latitude,
                longitude,
                400,
                623,
                281,
                fixedAt,
                receivedAt,
                statusBits,
                true,
                alarmBits,
                Fix.UNKNOWN,
                9,
                PositionSource.TERMINAL);
    }
}
