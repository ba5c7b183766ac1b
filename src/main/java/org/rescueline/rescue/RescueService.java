package org.rescueline.rescue;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rescueline.shared.Actor;
import org.rescueline.shared.Page;
import org.rescueline.shared.PageRequest;
import org.rescueline.station.Capability;
import org.rescueline.station.Ranking;

/**
 * The rescue of one truck, from asking for it to closing it. Every change is one transaction that also writes one line
 * into the case's timeline; facts follow the commit.
 *
 * <p>Failures: NOT_FOUND {@code rescue.not-found}; STALE with the newer view when somebody changed the job since the
 * version given; CONFLICT {@code rescue.transition-not-allowed} when the stage table has no such step.
 */
public interface RescueService {

    /**
     * Asks for a rescue. A case has one open job at most: asking again answers the one there is.
     *
     * <p>Failures: CONFLICT {@code rescue.event-not-open}.
     */
    Uni<RescueJobView> requestRescue(UUID eventId, Actor actor);

    /** The job with this id. */
    Uni<RescueJobView> getJob(UUID jobId);

    /** Jobs by filter; sort fields {@code number}, {@code stage}, {@code stageSince}, {@code priority}, {@code dueAt}. */
    Uni<Page<RescueJobView>> listJobs(RescueFilter filter, PageRequest page);

    /** Every job to which something may still happen, the clock that breaks first on top. */
    Uni<List<RescueJobView>> listOpen();

    /**
     * Who should go, for the place as the case knows it now. The list is kept under its id, so that an assignment can
     * name what was on the screen.
     *
     * <p>Failures: CONFLICT {@code rescue.place-unknown}.
     *
     * @param need what the station must be able to do; derived from the case when absent
     */
    Uni<Ranking> rank(UUID jobId, @Nullable Set<Capability> need, Actor actor);

    /**
     * Asks a station to go.
     *
     * <p>Failures: INVALID {@code rescue.ranking-unknown}, {@code rescue.override-reason-missing},
     * {@code rescue.reassign-reason-missing}; CONFLICT {@code rescue.same-station},
     * {@code rescue.long-trip-needs-approval}.
     */
    Uni<RescueJobView> assign(UUID jobId, Assign choice, Actor actor, long version);

    /** Takes the job to its next stage. Failures: INVALID {@code rescue.reason-missing}. */
    Uni<RescueJobView> advance(UUID jobId, Advance step, Actor actor, long version);

    /** Says what keeps the job from going on; absent when nothing does any more. */
    Uni<RescueJobView> block(UUID jobId, @Nullable BlockedReason reason, @Nullable String note, Actor actor);

    /** Allows a station to be asked that is further away than the distance that needs approval. */
    Uni<RescueJobView> approveLongTrip(UUID jobId, @Nullable String note, Actor actor, long version);

    /** The promises in force. */
    Uni<PromiseTable> getPromiseTable();

    /**
     * Puts another table of promises in force; clocks that run already keep theirs.
     *
     * @param version of the table the editor saw
     */
    Uni<PromiseTable> replacePromiseTable(List<PromiseRule> rules, Actor actor, long version);
}
