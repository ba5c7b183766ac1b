package org.rescueline.vehicle.gps.gateway;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.rescueline.vehicle.gps.GpsConfig;
import org.rescueline.vehicle.gps.TestGpsConfig;

/** The gateway without sockets, database and framework. */
final class Gateways {
    static final Instant NOW = Instant.parse("2026-01-14T02:14:10Z");

    final Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    final GpsConfig config;
    final MeterRegistry meters = new SimpleMeterRegistry();
    final List<Object> news = new ArrayList<>();
    final TestDesk desk = new TestDesk();
    final AcceptingRegistrar registrar = new AcceptingRegistrar();
    final TerminalSessions sessions = new TerminalSessions(news::add, clock, meters);
    private final GatewayMeters gatewayMeters = new GatewayMeters(meters);
    private final RefusalLog refusals;

    private Gateways(GpsConfig config) {
        this.config = config;
        this.refusals = new RefusalLog(clock, config);
    }

    static Gateways withDefaults() {
        return new Gateways(TestGpsConfig.defaults());
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
        Dialogue dialogue =
                new Dialogue(line, registrar, desk, sessions, gatewayMeters, config.maxTerminalsPerConnection());
        return new TerminalConnection(line, dialogue, config, clock, gatewayMeters, refusals);
    }

    double count(String meter, String... tags) {
        return meters.counter(meter, tags).count();
    }
}
