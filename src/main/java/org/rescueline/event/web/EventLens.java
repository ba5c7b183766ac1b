package org.rescueline.event.web;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.rescueline.event.CallerCard;
import org.rescueline.event.EventView;
import org.rescueline.security.CurrentUser;
import org.rescueline.security.PhoneMask;
import org.rescueline.shared.Failure;
import org.rescueline.shared.FailureKind;

/** Shows cases as the present user may see them: numbers in clear for whoever works the case. */
@ApplicationScoped
class EventLens {

    private static final String CURRENT = "current";

    private final PhoneMask mask;
    private final CurrentUser currentUser;

    EventLens(PhoneMask mask, CurrentUser currentUser) {
        this.mask = mask;
        this.currentUser = currentUser;
    }

    EventView show(EventView event) {
        return event.seenThrough(mask.lensFor(currentUser.viewer(), event.isWorkedBy(currentUser.userId())));
    }

    /** A caller card is for the desk that has, or is offered, the call. */
    CallerCard show(CallerCard card, boolean hasTheCall) {
        return card.seenThrough(mask.lensFor(currentUser.viewer(), hasTheCall));
    }

    /** The newer case that a stale edit is answered with goes through the same lens. */
    Uni<EventView> maskingCurrent(Uni<EventView> edit) {
        return edit.onFailure(Failure.class).transform(failure -> masked((Failure) failure));
    }

    private Failure masked(Failure failure) {
        return failure.kind() == FailureKind.STALE && failure.arguments().get(CURRENT) instanceof EventView newer
                ? Failure.stale(show(newer))
                : failure;
    }
}
