package org.rescueline.vehicle.gps.intake;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;
import org.rescueline.vehicle.gps.fix.Fix;
import org.rescueline.vehicle.gps.store.LastPositionStore;
import org.rescueline.vehicle.gps.store.PositionReader;

/** Fills the memory of last positions at the start: from Redis, and what Redis does not know from the history. */
@Singleton
public class LastPositionMemory {
    private static final Logger LOG = Logger.getLogger(LastPositionMemory.class);

    private final TerminalDirectory directory;
    private final LastPositionStore store;
    private final PositionReader reader;
    private final Clock clock;

    LastPositionMemory(TerminalDirectory directory, LastPositionStore store, PositionReader reader, Clock clock) {
        this.directory = directory;
        this.store = store;
        this.reader = reader;
        this.clock = clock;
    }

    Uni<Void> restore() {
        List<String> phones =
                directory.stream().map(terminal -> terminal.known().phone()).toList();
        return store.read(phones)
                .onFailure()
                .recoverWithItem(failure -> {
                    LOG.warnf("Redis has no last positions for us (%s); they come from the history", failure);
                    return Map.of();
                })
                .invoke(this::enter)
                .chain(this::restoreOthers);
    }

    private Uni<Void> restoreOthers() {
        List<Integer> missing = directory.stream()
                .filter(terminal -> terminal.track().last() == null)
                .map(terminal -> terminal.known().id())
                .toList();
        return missing.isEmpty()
                ? Uni.createFrom().voidItem()
                : reader.lastOfDropped(missing)
                        .invoke(this::enterByTerminal)
                        .chain(() -> reader.lastOf(missing))
                        .invoke(this::enterByTerminal)
                        .replaceWithVoid();
    }

    private void enter(Map<String, Fix> fixes) {
        fixes.forEach((phone, fix) ->
                directory.find(phone).ifPresent(terminal -> terminal.track().restore(fix, clock.instant())));
    }

    /** Back into Redis as well, for the other nodes. */
    private void enterByTerminal(Map<Integer, Fix> fixes) {
        directory.stream().forEach(terminal -> {
            Fix fix = fixes.get(terminal.known().id());
            if (fix != null) {
                terminal.track().restore(fix, clock.instant());
                store.note(terminal.known().phone(), fix);
            }
        });
    }
}
