package org.rescueline.rescue.internal;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.UUID;
import org.rescueline.event.EventService;
import org.rescueline.event.EventState;
import org.rescueline.event.EventView;
import org.rescueline.rescue.RescueConfig;
import org.rescueline.rescue.RescueJobView;
import org.rescueline.rescue.RescueRequested;
import org.rescueline.rescue.RescueTimelineKinds;
import org.rescueline.shared.Actor;
import org.rescueline.shared.Failure;
import org.rescueline.shared.Ids;
import org.rescueline.shared.Provenance;

/**
 * Asking for a rescue, in one transaction:
 *
 * <ol>
 *   <li>whoever asks for the same case at the same moment waits;
 *   <li>if the case has an open job, that is the answer;
 *   <li>the case must be open; place, truck, urgency and need are taken from it;
 *   <li>the job gets its number and its first clock, the case its link and its line.
 * </ol>
 */
@Singleton
class RequestFlow {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyMMdd");

    private final JobStore jobs;
    private final JobViews views;
    private final EventService events;
    private final RecordsChange record;
    private final Clock clock;
    private final ZoneId zone;

    RequestFlow(
            JobStore jobs,
            JobViews views,
            EventService events,
            RecordsChange record,
            Clock clock,
            RescueConfig config) {
        this.jobs = jobs;
        this.views = views;
        this.events = events;
        this.record = record;
        this.clock = clock;
        this.zone = config.zone();
    }

    Uni<RescueJobView> request(UUID eventId, Actor actor) {
        return Panache.withTransaction(() -> jobs.lockRequestsFor(eventId)
                .chain(() -> jobs.findOpen(eventId))
                .chain(open -> open.isPresent() ? views.of(open.get()) : create(eventId, actor)));
    }

    private Uni<RescueJobView> create(UUID eventId, Actor actor) {
        var now = clock.instant();
        return events.getEvent(eventId)
                .invoke(RequestFlow::requireOpen)
                .chain(event ->
                        number(now).map(number -> new JobEntity(Ids.next(), number, CaseFacts.of(event), actor, now)))
                .call(jobs::write)
                .call(job -> events.linkRescue(eventId, job.id()))
                .chain(job -> record.ofStage(
                        job,
                        new StageEntity(job, actor, Provenance.MEASURED, null, null),
                        now,
                        line(job).by(actor, Provenance.MEASURED, now),
                        RescueRequested::new));
    }

    private Uni<String> number(Instant now) {
        var day = now.atZone(zone).toLocalDate();
        return jobs.nextNumber(day).map(serial -> "RJ-%s-%04d".formatted(DAY.format(day), serial));
    }

    private static TimelineLine line(JobEntity job) {
        return TimelineLine.about(job, RescueTimelineKinds.RESCUE_REQUESTED).with("priority", job.priority());
    }

    private static void requireOpen(EventView event) {
        if (event.state() != EventState.OPEN) {
            throw Failure.conflict(
                    "rescue.event-not-open",
                    Map.of("number", event.number(), "state", event.state().name()));
        }
    }
}
