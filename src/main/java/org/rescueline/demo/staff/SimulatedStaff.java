package org.rescueline.demo.staff;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import org.rescueline.demo.DemoConfig;
import org.rescueline.security.UserView;
import org.rescueline.shared.ReactiveBridge;

/** Lets the simulated people do their round again and again, one round at a time. */
@Singleton
public class SimulatedStaff {

    /** A round that is not done by then is given up; the next one begins anew. */
    private static final Duration ROUND_DEADLINE = Duration.ofSeconds(60);

    private final Vertx vertx;
    private final ReactiveBridge bridge;
    private final Colleagues colleagues;
    private final Dispatchers dispatchers;
    private final DemoConfig config;
    private final AtomicBoolean isBusy = new AtomicBoolean();

    SimulatedStaff(
            Vertx vertx, ReactiveBridge bridge, Colleagues colleagues, Dispatchers dispatchers, DemoConfig config) {
        this.vertx = vertx;
        this.bridge = bridge;
        this.colleagues = colleagues;
        this.dispatchers = dispatchers;
        this.config = config;
    }

    /** @param users the demo's people by user name */
    public void begin(Map<String, UserView> users) {
        var operators =
                users.values().stream().filter(DemoAccounts::isColleague).toList();
        var dispatcher = Objects.requireNonNull(users.get(DemoAccounts.DISPATCHER));
        vertx.setPeriodic(config.staffInterval().toMillis(), ignored -> startRound(operators, dispatcher));
    }

    private void startRound(List<UserView> operators, UserView dispatcher) {
        if (!isBusy.compareAndSet(false, true)) {
            return;
        }
        bridge.run("demo-staff", ROUND_DEADLINE, () -> round(operators, dispatcher))
                .whenComplete((done, failure) -> isBusy.set(false));
    }

    private Uni<Void> round(List<UserView> operators, UserView dispatcher) {
        Uni<Void> round = Uni.createFrom().voidItem();
        for (var operator : operators) {
            round = round.chain(() -> colleagues.work(operator));
        }
        return round.chain(() -> dispatchers.work(dispatcher));
    }
}
