package org.rescueline.telephony.internal.ami;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.asteriskjava.manager.action.QueueStatusAction;
import org.asteriskjava.manager.event.QueueMemberEvent;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.rescueline.shared.Failure;
import org.rescueline.telephony.RosterMember;
import org.rescueline.telephony.TelephonyConfig;

/** Asks the switches who sits in their queues ({@code QueueStatus}). */
@ApplicationScoped
public class ReadsRoster {

    private static final Logger LOG = Logger.getLogger(ReadsRoster.class);
    private static final String TECHNOLOGY = "PJSIP/";
    private static final Comparator<RosterMember> BY_QUEUE_AND_EXTENSION = Comparator.comparing(RosterMember::queue)
            .thenComparing(RosterMember::extension)
            .thenComparing(RosterMember::endpoint)
            .thenComparing(RosterMember::pbx);

    private final Switchboard board;
    private final Vertx vertx;
    private final TelephonyConfig config;

    ReadsRoster(Switchboard board, Vertx vertx, TelephonyConfig config) {
        this.board = board;
        this.vertx = vertx;
        this.config = config;
    }

    /**
     * Everybody in every queue of every switch, by queue and extension. A switch that cannot be asked is left out; fails as
     * UPSTREAM when none can.
     */
    public Uni<List<RosterMember>> list() {
        return vertx.executeBlocking(this::askAll, false)
                .onFailure(IOException.class)
                .transform(e ->
                        Failure.upstream("telephony.switch-away", Map.of("reason", String.valueOf(e.getMessage())), e));
    }

    private List<RosterMember> askAll() throws IOException {
        var all = new ArrayList<RosterMember>();
        var failure = new IOException("no switch is attached");
        var answered = 0;
        for (var pbx : board.names()) {
            try {
                all.addAll(ask(pbx));
                answered++;
            } catch (IOException away) {
                LOG.debugf("The roster of %s was not told: %s", pbx, away.getMessage());
                failure = away;
            }
        }
        if (answered == 0) {
            throw failure;
        }
        all.sort(BY_QUEUE_AND_EXTENSION);
        return List.copyOf(all);
    }

    private List<RosterMember> ask(String pbx) throws IOException {
        var answer = board.link(pbx)
                .actions()
                .list(new QueueStatusAction(), config.ami().snapshotTimeout());
        return answer.getEvents().stream()
                .flatMap(event -> event instanceof QueueMemberEvent member ? Stream.of(member) : Stream.empty())
                .flatMap(member -> read(pbx, member).stream())
                .toList();
    }

    private static Optional<RosterMember> read(String pbx, QueueMemberEvent member) {
        var endpoint = member.getLocation();
        var queue = member.getQueue();
        if (endpoint == null || queue == null || !endpoint.startsWith(TECHNOLOGY)) {
            return Optional.empty();
        }
        return Optional.of(new RosterMember(
                pbx,
                extensionOf(endpoint),
                endpoint,
                queue,
                orZero(member.getPenalty()),
                stateOf(orZero(member.getStatus())),
                Boolean.TRUE.equals(member.getPaused()),
                blankToNull(member.getPausedreason()),
                orZero(member.getCallsTaken()),
                true,
                lastCall(member.getLastCall())));
    }

    /** A browser's telephone bears the extension and a suffix. */
    private static String extensionOf(String endpoint) {
        var name = endpoint.substring(TECHNOLOGY.length());
        int suffix = name.indexOf('-');
        return suffix < 0 ? name : name.substring(0, suffix);
    }

    private static RosterMember.State stateOf(int status) {
        return switch (status) {
            case QueueMemberEvent.AST_DEVICE_NOT_INUSE -> RosterMember.State.FREE;
            case QueueMemberEvent.AST_DEVICE_RINGING -> RosterMember.State.RINGING;
            case QueueMemberEvent.AST_DEVICE_INUSE,
                    QueueMemberEvent.AST_DEVICE_BUSY,
                    QueueMemberEvent.AST_DEVICE_RINGINUSE,
                    QueueMemberEvent.AST_DEVICE_ONHOLD -> RosterMember.State.BUSY;
            default -> RosterMember.State.AWAY;
        };
    }

    private static int orZero(@Nullable Integer told) {
        return told == null ? 0 : told;
    }

    private static @Nullable String blankToNull(@Nullable String told) {
        return told == null || told.isBlank() ? null : told;
    }

    private static @Nullable Instant lastCall(@Nullable Long epochSeconds) {
        return epochSeconds == null || epochSeconds == 0 ? null : Instant.ofEpochSecond(epochSeconds);
    }
}
