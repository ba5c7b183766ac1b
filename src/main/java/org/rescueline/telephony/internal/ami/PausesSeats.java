package org.rescueline.telephony.internal.ami;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.asteriskjava.manager.action.QueuePauseAction;
import org.asteriskjava.manager.response.ManagerError;
import org.rescueline.shared.Failure;
import org.rescueline.telephony.RosterMember;
import org.rescueline.telephony.TelephonyConfig;

/** Takes telephones out of their queues and puts them back ({@code QueuePause}), each queue by itself. */
@ApplicationScoped
public class PausesSeats {

    private final Switchboard board;
    private final Vertx vertx;
    private final TelephonyConfig config;

    PausesSeats(Switchboard board, Vertx vertx, TelephonyConfig config) {
        this.board = board;
        this.vertx = vertx;
        this.config = config;
    }

    /** Fails as UPSTREAM when the switch is away or refuses; seats before the one it refused are changed by then. */
    public Uni<Void> pause(List<RosterMember> seats, boolean paused, String reason) {
        return vertx.executeBlocking(
                        () -> {
                            for (var seat : seats) {
                                pause(seat, paused, reason);
                            }
                            return true;
                        },
                        false)
                .onFailure(IOException.class)
                .transform(e ->
                        Failure.upstream("telephony.switch-away", Map.of("reason", String.valueOf(e.getMessage())), e))
                .replaceWithVoid();
    }

    private void pause(RosterMember seat, boolean paused, String reason) throws IOException {
        var action = new QueuePauseAction(seat.endpoint(), seat.queue(), paused);
        action.setReason(reason);
        var response =
                board.link(seat.pbx()).actions().send(action, config.ami().actionTimeout());
        if (response instanceof ManagerError refused) {
            throw Failure.upstream(
                    "telephony.switch-refused", Map.of("reason", String.valueOf(refused.getMessage())), null);
        }
    }
}
