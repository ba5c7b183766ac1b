package org.rescueline.vehicle.internal;

import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.rescueline.vehicle.ImportProgress;

/** The files this node is taking in right now, so that whoever waits sees it go on. Nothing depends on it. */
@Singleton
class ImportsUnderWay {

    private final Map<UUID, ImportProgress> imports = new ConcurrentHashMap<>();

    void begin(UUID id, int total) {
        imports.put(id, new ImportProgress(0, total));
    }

    void wrote(UUID id, int rows) {
        imports.computeIfPresent(
                id, (same, progress) -> new ImportProgress(progress.written() + rows, progress.total()));
    }

    void end(UUID id) {
        imports.remove(id);
    }

    Optional<ImportProgress> find(UUID id) {
        return Optional.ofNullable(imports.get(id));
    }
}
