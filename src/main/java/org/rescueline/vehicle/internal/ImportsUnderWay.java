package org.rescueline.vehicle.internal;

import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.rescueline.vehicle.ImportProgress;
import org.rescueline.vehicle.ImportProgress.Step;

/** The files this node checks or takes in right now, so that whoever waits sees it go on. Nothing depends on it. */
@Singleton
class ImportsUnderWay {

    private final Map<UUID, ImportProgress> imports = new ConcurrentHashMap<>();

    void begin(UUID id, Step step, int total) {
        imports.put(id, new ImportProgress(step, 0, total));
    }

    void did(UUID id, int rows) {
        imports.computeIfPresent(
                id, (same, progress) -> new ImportProgress(progress.step(), progress.done() + rows, progress.total()));
    }

    void end(UUID id) {
        imports.remove(id);
    }

    Optional<ImportProgress> find(UUID id) {
        return Optional.ofNullable(imports.get(id));
    }
}
