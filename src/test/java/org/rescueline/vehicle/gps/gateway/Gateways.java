package org.rescueline.vehicle.gps.gateway;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.rescueline.vehicle.gps.GpsConfig;
import org.rescueline.vehicle.gps.TestGpsConfig;
import org.rescueline.vehicle.gps.intake.TrackedTerminal;
import org.rescueline.vehicle.gps.jt808.DriverIdentity;

/** The gateway without sockets, database and framework. */
final class Gateways {
    /** Read once: a fuzzer makes thousands of gateways a second. */
    private static final GpsConfig DEFAULTS = TestGpsConfig.defaults();

    static final Instant NOW = Instant.parse("2026-01-14T02:14:10Z");

    /** Moves only when a test moves it. */
    Instant now = NOW;

    final Clock clock = new Clock() {
        @Override
        public ZoneOffset getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    };
    final GpsConfig config;
    final MeterRegistry meters = new SimpleMeterRegistry();
    final List<Object> news = new ArrayList<>();
    final TestDesk desk = new TestDesk();
    final AcceptingRegistrar registrar = new AcceptingRegistrar();
    final TerminalSessions sessions = new TerminalSessions(news::add, clock, meters);
    private final GatewayMeters gatewayMeters = new GatewayMeters(meters);
    final UnknownSenders strangers = new UnknownSenders();
    final List<DriverIdentity> cards = new ArrayList<>();
    private final RefusalDesk refusals;

    private Gateways(GpsConfig config) {
        this.config = config;
        this.refusals = new RefusalDesk(new RefusalLog(clock, config), strangers, new PartsMemory(config, meters));
    }

    static Gateways withDefaults() {
        return new Gateways(DEFAULTS);
    }

    static Gateways with(String key, String value) {
        return new Gateways(TestGpsConfig.with(Map.of("rescueline.gps." + key, value)));
    }

    /** These keys of {@code rescueline.gps}, on loopback. */
    static Gateways with(Map<String, String> keys) {
        Map<String, String> full = new HashMap<>(Map.of("rescueline.gps.bind-address", "127.0.0.1"));
        keys.forEach((key, value) -> full.put("rescueline.gps." + key, value));
        return new Gateways(TestGpsConfig.with(full));
    }

    TerminalConnection connect(Line line) {
        Dialogue dialogue = new Dialogue(
                line, registrar, desk, this::drivers, sessions, gatewayMeters, config.maxTerminalsPerConnection());
        return new TerminalConnection(line, dialogue, config, clock, gatewayMeters, refusals);
    }

    private CompletionStage<Void> drivers(TrackedTerminal terminal, DriverIdentity driver, Instant receivedAt) {
        cards.add(driver);
        return CompletableFuture.completedFuture(null);
    }

    OpenConnections openConnections() {
        return new OpenConnections(config, meters, gatewayMeters, strangers, clock);
    }

    /** How much the messages that are not whole take. */
    double partsBytes() {
        return meters.get("rescueline.gps.parts.bytes").gauge().value();
    }

    double count(String meter, String... tags) {
        return meters.counter(meter, tags).count();
    }
}
