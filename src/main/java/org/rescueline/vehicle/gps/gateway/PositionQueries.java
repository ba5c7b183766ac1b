package org.rescueline.vehicle.gps.gateway;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.rescueline.shared.ReactiveBridge;
import org.rescueline.vehicle.gps.GpsConfig;

/** Asks terminals where they are (0x8201). Those who ask while a question is under way share its answer. */
@Singleton
public class PositionQueries {
    /** So much longer than the question itself is waited for, so that a silent terminal ends as one that did not answer. */
    private static final Duration BEYOND_THE_QUESTION = Duration.ofSeconds(2);

    private final GpsConfig config;
    private final TerminalSessions sessions;
    private final ReactiveBridge bridge;
    private final Map<String, Uni<QueryAnswer>> underWay = new ConcurrentHashMap<>();

    PositionQueries(GpsConfig config, TerminalSessions sessions, ReactiveBridge bridge) {
        this.config = config;
        this.sessions = sessions;
        this.bridge = bridge;
    }

    /**
     * Asks one terminal and waits for its answer, at most {@code rescueline.gps.position-query-timeout}. The answer comes in
     * on the terminal's connection and is told on the asker's own context.
     */
    public Uni<QueryAnswer> ask(String terminalPhone) {
        return bridge.uni(
                "position-query",
                config.positionQueryTimeout().plus(BEYOND_THE_QUESTION),
                () -> underWay.computeIfAbsent(terminalPhone, this::start));
    }

    private Uni<QueryAnswer> start(String terminalPhone) {
        Optional<TerminalSession> session = sessions.find(terminalPhone);
        if (session.isEmpty()) {
            return Uni.createFrom()
                    .item(QueryAnswer.OFFLINE)
                    .onTermination()
                    .invoke(() -> underWay.remove(terminalPhone));
        }
        return Uni.createFrom()
                .completionStage(() -> session.get().ask(config.positionQueryTimeout()))
                .onTermination()
                .invoke(() -> underWay.remove(terminalPhone))
                .memoize()
                .indefinitely();
    }
}
