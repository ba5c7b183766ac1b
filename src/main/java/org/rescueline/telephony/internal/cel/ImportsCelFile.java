package org.rescueline.telephony.internal.cel;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.rescueline.telephony.TelephonyConfig;

/**
 * Brings lines of Asterisk's file into the table: those written while PostgreSQL was away. Lines that are in the table
 * are left alone, so reading the file twice changes nothing.
 */
@ApplicationScoped
public class ImportsCelFile {

    private static final Logger LOG = Logger.getLogger(ImportsCelFile.class);

    /** Asterisk writes the file first; after this it has written the table too, or never will. */
    private static final Duration LEFT_TO_ASTERISK = Duration.ofSeconds(2);

    private final TelephonyConfig config;
    private final CelFileStore store;
    private final Vertx vertx;
    private final Clock clock;

    ImportsCelFile(TelephonyConfig config, CelFileStore store, Vertx vertx, Clock clock) {
        this.config = config;
        this.store = store;
        this.vertx = vertx;
        this.clock = clock;
    }

    /** Reads what is new in the switch's file; does nothing when none is configured or it is not there yet. */
    public Uni<Void> run(String pbx) {
        return pathOf(pbx).map(this::readOn).orElseGet(() -> Uni.createFrom().voidItem());
    }

    /** The first switch's file serves as well for one that is attached in its place. */
    private Optional<Path> pathOf(String pbx) {
        var further = config.switches().get(pbx);
        return further == null ? config.cel().file() : further.celFile();
    }

    private Uni<Void> readOn(Path file) {
        return store.mark(file.toString()).chain(mark -> vertx.executeBlocking(() -> read(file, mark))
                .chain(reading -> reading.isEmpty() ? Uni.createFrom().voidItem() : take(file, mark, reading.get())));
    }

    private Optional<CelFile.Reading> read(Path file, CelFileStore.Mark mark) {
        if (!Files.isReadable(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(CelFile.read(file, mark, clock.instant().minus(LEFT_TO_ASTERISK)));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the switch's record in " + file, e);
        }
    }

    private Uni<Void> take(Path file, CelFileStore.Mark before, CelFile.Reading reading) {
        return store.store(file.toString(), before, reading.mark(), reading.lines())
                .invoke(brought -> tell(file, reading, brought))
                .chain(() -> reading.hasMore() ? readOn(file) : Uni.createFrom().voidItem());
    }

    private static void tell(Path file, CelFile.Reading reading, int brought) {
        if (reading.malformed() > 0) {
            LOG.warnf(
                    "%d lines of %s are not lines of a record and are left out",
                    reading.malformed(), file.getFileName());
        }
        if (brought > 0) {
            LOG.infof("%d lines of %s were missing in the table cel and are there now", brought, file.getFileName());
        }
    }
}
