package org.rescueline.callback;

import io.smallrye.mutiny.Uni;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rescueline.security.Viewer;
import org.rescueline.shared.Page;
import org.rescueline.shared.PageRequest;

/** The front door of the calls that are owed. NOT_FOUND {@code callback.not-found} for an unknown id. */
public interface CallbackService {

    /** The callback with this id. */
    Uni<CallbackView> getCallback(UUID id);

    /**
     * Callbacks by filter. Unless sorted otherwise the most urgent comes first: open before finished, then by deadline.
     * Sort fields {@code dueAt}, {@code deadlineAt}, {@code createdAt}, {@code state}.
     */
    Uni<Page<CallbackView>> listCallbacks(CallbackFilter filter, PageRequest page);

    /** Writes down a promise. */
    Uni<CallbackView> createCallback(NewCallback callback, Viewer by);

    /**
     * Claims the callback and orders the call: the operator's own telephone rings first. Answers once the switch has the
     * order; the outcome follows as {@link CallbackChanged}.
     *
     * <p>CONFLICT {@code callback.taken} when another operator has it, {@code callback.operator-busy} when this operator
     * still dials another, {@code callback.finished} when there is nothing left to do; INVALID
     * {@code callback.no-extension} for an operator without a telephone; UPSTREAM when the switch is not there, and then
     * the callback is due again by itself.
     */
    Uni<CallbackView> dial(UUID id, Viewer operator);

    /**
     * Says whether the person who answered was the right one. Only the operator who dialled, or a supervisor (DENIED
     * {@code callback.not-yours}); CONFLICT {@code callback.nothing-to-judge} unless an answered attempt waits for it.
     *
     * @param note at most 500 characters
     */
    Uni<CallbackView> judge(UUID id, boolean reached, @Nullable String note, Viewer by);
}
