package org.rescueline.vehicle.gps.gateway;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.rescueline.vehicle.gps.GpsConfig;

/** Asks terminals where they are (0x8201). Those who ask while a question is under way share its answer. */
@Singleton
public class PositionQueries {
    private final GpsConfig config;
    private final TerminalSessions sessions;
    private final Map<String, Uni<QueryAnswer>> underWay = new ConcurrentHashMap<>();

    PositionQueries(GpsConfig config, TerminalSessions sessions) {
        this.config = config;
        this.sessions = sessions;
    }

    /** Asks one terminal and waits for its answer, at most {@code rescueline.gps.position-query-timeout}. */
    public Uni<QueryAnswer> ask(String terminalPhone) {
        return Uni.createFrom().deferred(() -> underWay.computeIfAbsent(terminalPhone, this::start));
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
