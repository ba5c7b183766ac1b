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

    /** Takes a desk out of the queue. Fails as NOT_FOUND when nobody works there. */
    Uni<DeskView> pause(String extension, PauseReason reason, Actor by);

    /** Puts a desk back into the queue. Fails as NOT_FOUND when nobody works there. */
    Uni<DeskView> resume(String extension, Actor by);
}
