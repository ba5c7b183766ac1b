package org.rescueline.telephony.internal.recording;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.rescueline.shared.ReactiveBridge;
import org.rescueline.telephony.RecordingSettings;
import org.rescueline.telephony.TelephonyConfig;

/** What is done with recordings by the clock. */
@ApplicationScoped
class RecordingTimers {

    private static final Logger LOG = Logger.getLogger(RecordingTimers.class);
    private static final Duration REMOVAL_DEADLINE = Duration.ofMinutes(5);

    private final FetchesRecordings fetches;
    private final RemovesRecordings removes;
    private final ReactiveBridge bridge;
    private final RecordingSettings settings;

    RecordingTimers(
            FetchesRecordings fetches, RemovesRecordings removes, ReactiveBridge bridge, TelephonyConfig config) {
        this.fetches = fetches;
        this.removes = removes;
        this.bridge = bridge;
        this.settings = config.recordings();
    }

    @Scheduled(
            every = "${rescueline.telephony.recordings.fetch-every:10s}",
            delayed = "10s",
            identity = "recordings-fetch",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> fetch() {
        return settings.spool().isEmpty()
                ? Uni.createFrom().voidItem()
                : run("recordings-fetch", settings.roundDeadline(), fetches::fetch);
    }

    @Scheduled(
            every = "${rescueline.telephony.recordings.remove-every:1h}",
            delayed = "1m",
            identity = "recordings-remove",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> remove() {
        return run("recordings-remove", REMOVAL_DEADLINE, removes::remove);
    }

    private Uni<Void> run(String name, Duration deadline, Supplier<Uni<Void>> work) {
        return bridge.uni(name, deadline, work)
                .onFailure()
                .invoke(e -> LOG.warnf("%s is tried again later: %s", name, e.getMessage()))
                .onFailure()
                .recoverWithNull();
    }
}
