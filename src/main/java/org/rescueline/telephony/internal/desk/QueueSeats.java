package org.rescueline.telephony.internal.desk;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.rescueline.telephony.DeskPhone;
import org.rescueline.telephony.DeskView;
import org.rescueline.telephony.TelephonyConfig;
import org.rescueline.telephony.internal.ami.SwitchActions;

/**
 * Tells the queue at which phones callers may ring. An operator has two seats there, one for each phone; the one not in
 * use is always paused, so that a call rings once. Where nobody works, the seats are as the switch has them: a desk
 * phone without a console still gets calls. The last resort, in which all phones ring, is never touched.
 *
 * <p>A switch that is away or does not know a seat is no reason to refuse a pause: the desk's row is what counts, and it
 * is told again on the next connection.
 */
@ApplicationScoped
class QueueSeats {

    private static final Logger LOG = Logger.getLogger(QueueSeats.class);

    private final SwitchActions actions;
    private final List<String> queues;

    QueueSeats(SwitchActions actions, TelephonyConfig config) {
        this.actions = actions;
        this.queues = config.desk().queues();
    }

    /** One seat, as it is to be. */
    record Seat(String endpoint, boolean paused, @Nullable String reason) {}

    /** The two seats of a desk somebody works at. */
    static List<Seat> seatsOf(DeskView desk) {
        var other = desk.phone() == DeskPhone.BROWSER ? DeskPhone.DESK : DeskPhone.BROWSER;
        return List.of(
                new Seat(desk.endpoint(), !desk.takesCalls(), why(desk)),
                new Seat(other.endpointOf(desk.extension()), true, "OTHER_PHONE"));
    }

    /** The seats of a desk that somebody left. */
    static List<Seat> seatsLeft(String extension) {
        return List.of(
                new Seat(DeskPhone.DESK.endpointOf(extension), false, null),
                new Seat(DeskPhone.BROWSER.endpointOf(extension), false, null));
    }

    /** Tells the queue; never fails. */
    Uni<Void> tell(List<Seat> seats) {
        Uni<Void> line = Uni.createFrom().voidItem();
        for (var seat : seats) {
            for (var queue : queues) {
                line = line.chain(() -> tell(queue, seat));
            }
        }
        return line;
    }

    private Uni<Void> tell(String queue, Seat seat) {
        return actions.pause(queue, seat.endpoint(), seat.paused(), seat.reason())
                .onFailure()
                .invoke(e -> LOG.debugf("Seat %s of queue %s was not told: %s", seat, queue, e.getMessage()))
                .onFailure()
                .recoverWithNull();
    }

    private static @Nullable String why(DeskView desk) {
        if (desk.staleAt() != null) {
            return "STALE";
        }
        return switch (desk.state()) {
            case READY -> null;
            case PAUSED -> String.valueOf(desk.reason());
            case WRAP_UP -> "WRAP_UP";
        };
    }
}
