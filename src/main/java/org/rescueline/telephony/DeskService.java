package org.rescueline.telephony;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;
import org.rescueline.shared.Actor;

/** Who works at which desk, for the rooms above: figures, wallboards, supervisors. */
public interface DeskService {

    /** Every desk somebody works at, by extension. */
    Uni<List<DeskView>> listDesks();

    /** The desk at this extension, if somebody works there. */
    Uni<Optional<DeskView>> findDesk(String extension);

    /**
     * Takes a desk out of the queue because a supervisor says so, until {@link #endForcedPause}: the operator cannot end it,
     * nor by getting up and sitting down again. Fails as NOT_FOUND when nobody works there.
     *
     * @param note why, 1 to 80 characters; shown to the operator
     */
    Uni<DeskView> forcePause(String extension, String note, Actor by);

    /** Puts a desk back into the queue, whatever kept it out. Fails as NOT_FOUND when nobody works there. */
    Uni<DeskView> endForcedPause(String extension, Actor by);
}
