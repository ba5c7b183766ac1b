package org.rescueline.vehicle.gps.intake;

import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.rescueline.shared.ReactiveBridge;
import org.rescueline.vehicle.gps.GpsConfig;
import org.rescueline.vehicle.gps.jt808.DriverIdentity;

/** Who drove with which card, and when. One row for each card put in or taken out; a repeated report adds none. */
@Singleton
public class DriverCards implements DriverDesk {
    private static final String NOTE = "insert into driver_card (terminal_id, at, received_at, is_inserted, reading,"
            + " driver_name, certificate, authority, valid_until, identity_number)"
            + " values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) on conflict (terminal_id, at, is_inserted) do nothing";

    private final Pool pool;
    private final ReactiveBridge bridge;
    private final GpsConfig config;

    DriverCards(Pool pool, ReactiveBridge bridge, GpsConfig config) {
        this.pool = pool;
        this.bridge = bridge;
        this.config = config;
    }

    @Override
    public CompletionStage<Void> note(TrackedTerminal terminal, DriverIdentity driver, Instant receivedAt) {
        Tuple row = Tuple.tuple()
                .addInteger(terminal.known().id())
                .addOffsetDateTime(driver.findTime().orElse(receivedAt).atOffset(ZoneOffset.UTC))
                .addOffsetDateTime(receivedAt.atOffset(ZoneOffset.UTC))
                .addBoolean(driver.state() == DriverIdentity.CardState.INSERTED)
                .addString(driver.reading().name())
                .addString(orNull(driver.name()))
                .addString(orNull(driver.certificate()))
                .addString(orNull(driver.authority()))
                .addLocalDate(driver.validUntil())
                .addString(orNull(driver.identityNumber()));
        return bridge.run("driver-card", config.registerTimeout(), () -> pool.preparedQuery(NOTE)
                .execute(row)
                .replaceWithVoid());
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
