package org.rescueline.vehicle.gps.gateway;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.rescueline.shared.Facts;
import org.rescueline.vehicle.TerminalOffline;
import org.rescueline.vehicle.TerminalOnline;

/**
 * Which terminal speaks over which connection at this moment. A terminal has one session at most, and the newest wins: a
 * terminal that lost its network comes back on a new connection long before the old one is found dead.
 */
@Singleton
public class TerminalSessions {
    private final Map<String, TerminalSession> byPhone = new ConcurrentHashMap<>();
    private final Consumer<Object> news;
    private final Clock clock;

    @Inject
    TerminalSessions(Facts facts, Clock clock, MeterRegistry meters) {
        this(facts::publish, clock, meters);
    }

    TerminalSessions(Consumer<Object> news, Clock clock, MeterRegistry meters) {
        this.news = news;
        this.clock = clock;
        Gauge.builder("rescueline.gps.sessions", byPhone, Map::size).register(meters);
    }

    /** Whether the terminal can be asked at this moment. */
    public boolean isOnline(String terminalPhone) {
        return byPhone.containsKey(terminalPhone);
    }

    /** How many terminals are connected. */
    public int size() {
        return byPhone.size();
    }

    Optional<TerminalSession> find(String terminalPhone) {
        return Optional.ofNullable(byPhone.get(terminalPhone));
    }

    /** Enters a session in place of the one that the terminal may have had. */
    void open(TerminalSession session) {
        TerminalSession before = byPhone.put(session.phone(), session);
        if (before == null) {
            news.accept(new TerminalOnline(session.terminal().known().vehicleId(), session.phone(), clock.instant()));
            return;
        }
        before.end();
        if (before.dialogue() != session.dialogue()) {
            before.line().execute(() -> before.dialogue().superseded(before));
        }
    }

    /** Removes a session, unless the terminal has a newer one by now. */
    void close(TerminalSession session) {
        session.end();
        if (byPhone.remove(session.phone(), session)) {
            news.accept(new TerminalOffline(session.terminal().known().vehicleId(), session.phone(), clock.instant()));
        }
    }
}
