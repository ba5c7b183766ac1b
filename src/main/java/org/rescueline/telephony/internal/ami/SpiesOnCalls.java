package org.rescueline.telephony.internal.ami;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.asteriskjava.manager.action.OriginateAction;
import org.asteriskjava.manager.response.ManagerError;
import org.asteriskjava.manager.response.ManagerResponse;
import org.jspecify.annotations.Nullable;
import org.rescueline.shared.Failure;
import org.rescueline.telephony.SupervisionMode;
import org.rescueline.telephony.TelephonyConfig;

/** Joins a supervisor's telephone with a channel: the switch rings it and then runs ChanSpy (context {@code supervise}). */
@ApplicationScoped
public class SpiesOnCalls {

    private static final String CONTEXT = "supervise";

    private final Switchboard board;
    private final Vertx vertx;
    private final TelephonyConfig config;

    SpiesOnCalls(Switchboard board, Vertx vertx, TelephonyConfig config) {
        this.board = board;
        this.vertx = vertx;
        this.config = config;
    }

    /**
     * Orders it; fails as UPSTREAM when the switch is away or refuses.
     *
     * @param pbx the switch that the call is on
     * @param id becomes the Uniqueid of the supervisor's channel
     * @param endpoint the telephone the supervisor uses now, such as {@code 1001-web}
     * @param channel the operator's channel as the switch names it
     */
    public Uni<Void> join(
            String pbx,
            UUID id,
            String endpoint,
            String extension,
            String channel,
            SupervisionMode mode,
            Duration ringing) {
        var action = new OriginateAction();
        action.setActionId(id.toString());
        action.setChannelId(id.toString());
        action.setChannel("PJSIP/" + endpoint);
        action.setContext(CONTEXT);
        action.setExten(mode.name().toLowerCase(Locale.ROOT));
        action.setPriority(1);
        action.setAsync(true);
        action.setTimeout(ringing.toMillis());
        action.setCallerId(extension);
        action.setVariables(Map.of("RESCUELINE_TARGET", channel));
        return vertx.executeBlocking(
                        () -> board.link(pbx)
                                .actions()
                                .send(action, config.ami().actionTimeout()),
                        false)
                .onFailure(IOException.class)
                .transform(away -> refusal("telephony.switch-away", away.getMessage(), away))
                .invoke(SpiesOnCalls::requireTaken)
                .replaceWithVoid();
    }

    private static void requireTaken(ManagerResponse response) {
        if (response instanceof ManagerError refused) {
            throw refusal("telephony.switch-refused", refused.getMessage(), null);
        }
    }

    private static Failure refusal(String code, @Nullable String reason, @Nullable Throwable cause) {
        return Failure.upstream(code, Map.of("reason", String.valueOf(reason)), cause);
    }
}
