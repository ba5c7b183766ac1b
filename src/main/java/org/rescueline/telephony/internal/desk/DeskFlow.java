package org.rescueline.telephony.internal.desk;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rescueline.security.AuditedAct;
import org.rescueline.security.Audits;
import org.rescueline.security.UserView;
import org.rescueline.security.Viewer;
import org.rescueline.shared.Actor;
import org.rescueline.shared.ActorKind;
import org.rescueline.shared.Facts;
import org.rescueline.shared.Failure;
import org.rescueline.telephony.DeskChanged;
import org.rescueline.telephony.DeskPhone;
import org.rescueline.telephony.DeskService;
import org.rescueline.telephony.DeskView;
import org.rescueline.telephony.PauseReason;

/**
 * A desk's day: taken by a page, kept by heartbeats, paused and resumed, left. Each step is stored first; afterwards the queue
 * is told and the facts go out.
 */
@ApplicationScoped
public class DeskFlow implements DeskService {

    private final DeskStore store;
    private final QueueSeats seats;
    private final Audits audits;
    private final Facts facts;
    private final Clock clock;

    DeskFlow(DeskStore store, QueueSeats seats, Audits audits, Facts facts, Clock clock) {
        this.store = store;
        this.seats = seats;
        this.audits = audits;
        this.facts = facts;
        this.clock = clock;
    }

    /** A page of a signed-in person, as it asks. */
    public record Page(UserView user, String sessionKey, UUID pageId) {

        String extension() {
            var extension = user.extension();
            if (extension == null) {
                throw Failure.conflict("telephony.no-extension");
            }
            return extension;
        }

        Desk.Holder holder() {
            return new Desk.Holder(extension(), user.id(), user.displayName(), sessionKey, pageId);
        }

        Actor actor() {
            return new Actor(ActorKind.USER, user.id().toString(), user.displayName());
        }
    }

    /**
     * Takes the desk for a page and chooses its phone. Fails as CONFLICT when another page of this person holds it, or
     * it went stale, unless told to take it back.
     */
    public Uni<DeskView> claim(Page page, DeskPhone phone, boolean takesBack) {
        return store.claim(page.holder(), phone, takesBack, now())
                .chain(taken -> taken.map(desk -> Uni.createFrom().item(desk)).orElseGet(() -> refuse(page)))
                .call(this::announce);
    }

    /** The page lives. Fails as CONFLICT when it does not hold the desk any more. */
    public Uni<DeskView> beat(Page page) {
        return store.beat(page.holder(), now())
                .chain(kept -> kept.map(desk -> Uni.createFrom().item(desk)).orElseGet(() -> refuse(page)));
    }

    @Override
    public Uni<List<DeskView>> listDesks() {
        return store.list();
    }

    @Override
    public Uni<Optional<DeskView>> findDesk(String extension) {
        return store.find(extension);
    }

    /** The operator takes no calls for a while. Fails as CONFLICT while a supervisor's pause holds. */
    public Uni<DeskView> pause(String extension, PauseReason reason, Actor by) {
        return store.pause(extension, reason, by, now())
                .chain(paused -> orForced(extension, paused))
                .call(this::announce);
    }

    /** The operator takes calls again. Fails as CONFLICT while a supervisor's pause holds. */
    public Uni<DeskView> resume(String extension, Actor by) {
        return store.resume(extension, by, now())
                .chain(resumed -> orForced(extension, resumed))
                .call(this::announce);
    }

    @Override
    public Uni<DeskView> forcePause(String extension, String note, Actor by) {
        return store.forcePause(extension, note, by, now())
                .map(DeskFlow::required)
                .call(this::announce);
    }

    @Override
    public Uni<DeskView> endForcedPause(String extension, Actor by) {
        return store.endForcedPause(extension, by, now())
                .map(DeskFlow::required)
                .call(this::announce);
    }

    /** The operator gets up. Does nothing when nobody sits there. */
    public Uni<Void> leave(String extension, Actor by) {
        return leave(extension, "LEFT", null, by);
    }

    /**
     * A supervisor takes a desk away: its phone signs on no more. It stands in the audit first. Fails as NOT_FOUND when nobody
     * works there.
     */
    public Uni<DeskView> takeAway(String extension, String reason, Viewer supervisor) {
        var by = new Actor(ActorKind.USER, supervisor.userId().toString(), supervisor.name());
        return audits.note(supervisor, AuditedAct.DESK_TAKEN_AWAY, extension + ": " + reason)
                .chain(() -> store.leave(extension, "TAKEN_OVER", reason, by, now()))
                .map(DeskFlow::required)
                .call(this::announceLeft);
    }

    private Uni<Void> leave(String extension, String kind, @Nullable String reason, Actor by) {
        return store.leave(extension, kind, reason, by, now()).chain(left -> left.map(this::announceLeft)
                .orElseGet(() -> Uni.createFrom().voidItem()));
    }

    /** Tells everybody how a desk is now. */
    Uni<Void> announce(DeskView desk) {
        facts.publish(new DeskChanged(desk, false));
        return seats.tell(QueueSeats.seatsOf(desk));
    }

    private Uni<Void> announceLeft(DeskView desk) {
        facts.publish(new DeskChanged(desk, true));
        return seats.tell(QueueSeats.seatsLeft(desk.extension()));
    }

    /** Why a page does not have its desk. */
    private Uni<DeskView> refuse(Page page) {
        return store.find(page.extension()).map(found -> {
            var desk = found.orElseThrow(() -> Failure.conflict("telephony.desk-lost"));
            var place = Map.<String, Object>of("extension", desk.extension(), "name", desk.userName());
            if (!desk.userId().equals(page.user().id())) {
                throw Failure.conflict("telephony.desk-taken", place);
            }
            throw Failure.conflict(
                    desk.pageId().equals(page.pageId()) ? "telephony.desk-stale" : "telephony.desk-elsewhere", place);
        });
    }

    /** What kept a desk from a change: a supervisor's pause, or that nobody works there. */
    private Uni<DeskView> orForced(String extension, Optional<DeskView> changed) {
        if (changed.isPresent()) {
            return Uni.createFrom().item(changed.get());
        }
        return store.find(extension).map(DeskFlow::required).map(desk -> {
            var forced = desk.forced();
            throw forced == null
                    ? Failure.conflict("telephony.desk-lost")
                    : Failure.conflict(
                            "telephony.pause-forced", Map.of("name", forced.byName(), "reason", forced.note()));
        });
    }

    private static DeskView required(Optional<DeskView> desk) {
        return desk.orElseThrow(() -> Failure.notFound("telephony.desk-nobody"));
    }

    /** What the database keeps of an instant. */
    private Instant now() {
        return Instant.ofEpochMilli(clock.millis());
    }
}
