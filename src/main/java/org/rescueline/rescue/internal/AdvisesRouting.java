package org.rescueline.rescue.internal;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rescueline.event.EventFilter;
import org.rescueline.event.EventService;
import org.rescueline.event.EventState;
import org.rescueline.event.EventView;
import org.rescueline.event.EventView.EventCall;
import org.rescueline.security.SecurityService;
import org.rescueline.security.UserView;
import org.rescueline.shared.PageRequest;
import org.rescueline.telephony.RoutingAdvice;
import org.rescueline.telephony.RoutingAdvisor;
import org.rescueline.telephony.RoutingQuestion;

/**
 * Knows callers whose truck is being rescued right now: they go to the operator who has their case, or to the head of the
 * queue. Their newest case with an open job decides; its operator is who spoke in it last, otherwise its owner.
 */
@ApplicationScoped
class AdvisesRouting implements RoutingAdvisor {

    /** Ahead of every choice in the menu; more the switch does not take. */
    static final int HEAD_OF_QUEUE = 20;

    /** Open cases of one number that are looked at; a fleet office may have several. */
    private static final int CASES = 5;

    private final EventService events;
    private final JobStore jobs;
    private final SecurityService security;

    AdvisesRouting(EventService events, JobStore jobs, SecurityService security) {
        this.events = events;
        this.jobs = jobs;
        this.security = security;
    }

    @Override
    public Uni<RoutingAdvice> advise(RoutingQuestion question) {
        var number = question.callerNumber();
        if (number == null) {
            return Uni.createFrom().item(RoutingAdvice.NONE);
        }
        var theirs = new EventFilter(Set.of(EventState.OPEN), Set.of(), null, null, number, null, null, null);
        return Panache.withSession(() -> events.listEvents(theirs, PageRequest.of(0, CASES, "-openedAt"))
                        .chain(found -> firstBeingRescued(found.items(), 0)))
                .chain(found -> found.map(this::toItsOperator)
                        .orElseGet(() -> Uni.createFrom().item(RoutingAdvice.NONE)));
    }

    private Uni<Optional<EventView>> firstBeingRescued(List<EventView> cases, int from) {
        if (from == cases.size()) {
            return Uni.createFrom().item(Optional.empty());
        }
        return jobs.findOpen(cases.get(from).id())
                .chain(job -> job.isPresent()
                        ? Uni.createFrom().item(Optional.of(cases.get(from)))
                        : firstBeingRescued(cases, from + 1));
    }

    private Uni<RoutingAdvice> toItsOperator(EventView event) {
        return operatorOf(event)
                .map(operator -> security.getUser(operator).map(AdvisesRouting::extensionOf))
                .orElseGet(() -> Uni.createFrom().nullItem())
                .map(extension -> new RoutingAdvice(HEAD_OF_QUEUE, extension));
    }

    private static @Nullable String extensionOf(UserView user) {
        return user.active() ? user.extension() : null;
    }

    private static Optional<UUID> operatorOf(EventView event) {
        return event.calls().stream()
                .sorted(Comparator.comparing(EventCall::at).reversed())
                .map(EventCall::operatorId)
                .filter(Objects::nonNull)
                .findFirst()
                .or(() -> Optional.ofNullable(event.ownerId()))
                .flatMap(AdvisesRouting::personOf);
    }

    /** A case may be owned by the system, which has no telephone. */
    private static Optional<UUID> personOf(String id) {
        try {
            return Optional.of(UUID.fromString(id));
        } catch (IllegalArgumentException notAPerson) {
            return Optional.empty();
        }
    }
}
