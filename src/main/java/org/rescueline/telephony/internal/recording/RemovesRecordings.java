package org.rescueline.telephony.internal.recording;

import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Files;
import java.time.Clock;
import org.jboss.logging.Logger;
import org.rescueline.telephony.RecordingSettings;
import org.rescueline.telephony.TelephonyConfig;

/**
 * Retention. A recording ends in its row first, in one statement that no hold can slip past; its file goes afterwards. A
 * crash in between leaves a file of which the row says that it is to go, and the next round takes it.
 */
@ApplicationScoped
class RemovesRecordings {

    private static final Logger LOG = Logger.getLogger(RemovesRecordings.class);
    private static final int BATCH = 500;

    private final RecordingSettings settings;
    private final RecordingStore store;
    private final Vertx vertx;
    private final Clock clock;
    private final MeterRegistry meters;

    RemovesRecordings(TelephonyConfig config, RecordingStore store, Vertx vertx, Clock clock, MeterRegistry meters) {
        this.settings = config.recordings();
        this.store = store;
        this.vertx = vertx;
        this.clock = clock;
        this.meters = meters;
    }

    /** One round. */
    Uni<Void> remove() {
        var now = clock.instant();
        return store.removeOlder(now.minus(settings.retention()), now)
                .invoke(this::tell)
                .chain(() -> store.listGoing(BATCH))
                .chain(going -> Multi.createFrom()
                        .iterable(going)
                        .onItem()
                        .transformToUniAndConcatenate(this::takeAway)
                        .collect()
                        .last())
                .replaceWithVoid();
    }

    private Uni<Void> takeAway(RecordingStore.Going going) {
        return vertx.executeBlocking(() -> Files.deleteIfExists(settings.store().resolve(going.storedAs())), false)
                .chain(() -> store.markGone(going.id()));
    }

    private void tell(int removed) {
        if (removed > 0) {
            meters.counter("rescueline.telephony.recordings.removed").increment(removed);
            LOG.infof("Retention removed %d recordings older than %s", removed, settings.retention());
        }
    }
}
