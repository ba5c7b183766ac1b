package org.rescueline.telephony.internal.recording;

import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jboss.logging.Logger;
import org.rescueline.telephony.RecordingSettings;
import org.rescueline.telephony.TelephonyConfig;
import org.rescueline.telephony.internal.recording.RecordingStore.Channel;

/**
 * Fetches finished recordings from the spool of each switch:
 *
 * <ol>
 *   <li>look for files that have not changed for a while;
 *   <li>leave those whose channel the ledger still sees, or does not know yet;
 *   <li>throw away those in which nobody was recorded, and count them;
 *   <li>copy into the store, and wait until the disk has it;
 *   <li>write the row;
 *   <li>delete the file in the spool.
 * </ol>
 *
 * <p>A crash between any two steps leaves the file in the spool, and the next round does again what was not done: the copy
 * has the same name and the same content, the row is written once.
 */
@ApplicationScoped
class FetchesRecordings {

    private static final Logger LOG = Logger.getLogger(FetchesRecordings.class);

    private final RecordingSettings settings;
    private final RecordingStore store;
    private final Vertx vertx;
    private final Clock clock;
    private final MeterRegistry meters;

    FetchesRecordings(TelephonyConfig config, RecordingStore store, Vertx vertx, Clock clock, MeterRegistry meters) {
        this.settings = config.recordings();
        this.store = store;
        this.vertx = vertx;
        this.clock = clock;
        this.meters = meters;
    }

    /** What became of one file in the spool; each is counted. */
    enum Outcome {
        /** It is in the store now. */
        FETCHED,
        /** It was in the store; only the spool still had it. */
        FETCHED_BEFORE,
        /** Nobody was recorded; thrown away. */
        EMPTY,
        /** Its channel is up, or not known yet; looked at again later. */
        LEFT,
        /** It changed while it was copied; looked at again later. */
        CHANGING,
        /** The store has something else under its name; left where it is, somebody must look. */
        DIFFERENT,
        /** It is not sound as the switch writes it; left where it is. */
        UNREADABLE,
        /** Reading or writing failed; tried again later. */
        FAILED
    }

    /** One round through every spool. */
    Uni<Void> fetch() {
        return Multi.createFrom()
                .iterable(settings.spool().entrySet())
                .onItem()
                .transformToUniAndConcatenate(this::fetchFrom)
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<Void> fetchFrom(Map.Entry<String, Path> spool) {
        var quietSince = clock.instant().minus(settings.settled());
        return onWorker(() -> ReadsSpool.read(spool.getKey(), spool.getValue(), quietSince))
                .invoke(found -> count("REFUSED", found.refused()))
                .chain(found -> Multi.createFrom()
                        .iterable(found.quiet())
                        .onItem()
                        .transformToUniAndConcatenate(this::fetchOne)
                        .collect()
                        .last()
                        .replaceWithVoid())
                .onFailure(IOException.class)
                .recoverWithUni(e -> {
                    count("SPOOL_AWAY", 1);
                    LOG.warnf("The recordings of %s cannot be read: %s", spool.getKey(), e);
                    return Uni.createFrom().voidItem();
                });
    }

    private Uni<Outcome> fetchOne(SpoolFile file) {
        return judge(file)
                .chain(early -> early.map(it -> Uni.createFrom().item(it)).orElseGet(() -> keep(file)))
                .onFailure(IOException.class)
                .recoverWithItem(e -> failed(file, e))
                .invoke(outcome -> count(outcome.name(), 1));
    }

    /** What can be said before copying; empty when it is to be copied. */
    private Uni<Optional<Outcome>> judge(SpoolFile file) {
        return store.channel(file.pbx(), file.uniqueid()).chain(channel -> {
            if (channel == Channel.UP || channel == Channel.UNKNOWN && !isForgotten(file)) {
                return Uni.createFrom().item(Optional.of(Outcome.LEFT));
            }
            return onWorker(() -> isEmpty(file) ? Optional.of(Outcome.EMPTY) : Optional.<Outcome>empty());
        });
    }

    private boolean isForgotten(SpoolFile file) {
        return file.modifiedAt().isBefore(clock.instant().minus(settings.settledWithoutCall()));
    }

    private static boolean isEmpty(SpoolFile file) throws IOException {
        boolean isEmpty;
        try (var channel = Files.newByteChannel(file.path())) {
            isEmpty = channel.size() == 0
                    || channel instanceof java.nio.channels.FileChannel sound
                            && SoundFormat.read(sound, file.name()).isEmpty();
        }
        if (isEmpty && file.isUnchanged()) {
            Files.delete(file.path());
        }
        return isEmpty;
    }

    private Uni<Outcome> keep(SpoolFile file) {
        var target = settings.store().resolve(file.storedAs());
        return onWorker(() -> {
                    var stored = CopiesSound.copy(file.path(), target);
                    return file.isUnchanged() ? Optional.of(stored) : Optional.<StoredSound>empty();
                })
                .chain(stored -> stored.map(it -> note(file, it))
                        .orElseGet(() -> Uni.createFrom().item(Outcome.CHANGING)));
    }

    private Uni<Outcome> note(SpoolFile file, StoredSound stored) {
        return store.findStored(file).chain(known -> {
            if (known.isPresent() && !known.get().equals(stored.sha256())) {
                LOG.errorf("%s of %s is stored already, with other content", file.name(), file.pbx());
                return Uni.createFrom().item(Outcome.DIFFERENT);
            }
            return store.insert(file, stored, clock.instant())
                    .chain(() -> onWorker(() -> Files.deleteIfExists(file.path())))
                    .replaceWith(known.isPresent() ? Outcome.FETCHED_BEFORE : Outcome.FETCHED);
        });
    }

    private static Outcome failed(SpoolFile file, Throwable e) {
        LOG.warnf("The recording %s of %s was not fetched: %s", file.name(), file.pbx(), e);
        return e instanceof UnreadableSoundException ? Outcome.UNREADABLE : Outcome.FAILED;
    }

    private void count(String outcome, int times) {
        meters.counter("rescueline.telephony.recordings", "outcome", outcome).increment(times);
    }

    private <T> Uni<T> onWorker(Callable<T> work) {
        return vertx.executeBlocking(work, false);
    }
}
