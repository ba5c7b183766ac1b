package org.rescueline.demo.hotline;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;

/** A day at the simulated hotline: the switch, its people and the stream of callers. */
public final class HotlineDay {

    private static final Duration FIRST_CALL_AFTER = Duration.ofSeconds(4);

    private final Vertx vertx;
    private final SimulatedHotline hotline;
    private final HotlineTraffic traffic;
    private final Duration meanInterval;
    private final Consumer<String> whenSomebodyCalls;
    private volatile boolean isOver;

    /**
     * @param deskExtensions telephones of people at the console
     * @param colleagueExtensions telephones that answer by themselves
     * @param knownNumbers the drivers' numbers, digits only
     * @param hotlineNumbers the two hotline numbers, digits only
     * @param whenSomebodyCalls is told the caller's number just before it rings
     */
    public HotlineDay(
            Vertx vertx,
            Clock clock,
            long seed,
            List<String> deskExtensions,
            List<String> colleagueExtensions,
            List<String> knownNumbers,
            List<String> hotlineNumbers,
            Duration meanInterval,
            Consumer<String> whenSomebodyCalls) {
        var random = new Random(seed);
        this.vertx = vertx;
        this.hotline = new SimulatedHotline(vertx, clock, random, agents(deskExtensions, colleagueExtensions));
        this.traffic = new HotlineTraffic(random, knownNumbers, hotlineNumbers);
        this.meanInterval = meanInterval;
        this.whenSomebodyCalls = whenSomebodyCalls;
    }

    /** Opens the manager port on a free loopback port. */
    public Future<SimulatedHotline.Door> open() {
        return hotline.start(0);
    }

    /** Lets the callers come, one after the other, until {@link #end()}. */
    public void begin() {
        callAfter(FIRST_CALL_AFTER);
    }

    public void end() {
        isOver = true;
    }

    private void callAfter(Duration pause) {
        vertx.setTimer(pause.toMillis(), ignored -> {
            if (isOver) {
                return;
            }
            var plan = traffic.next();
            whenSomebodyCalls.accept(plan.callerNumber());
            hotline.call(plan);
            callAfter(traffic.pauseBeforeNext(meanInterval));
        });
    }

    private static List<SimulatedAgent> agents(List<String> desks, List<String> colleagues) {
        var agents = new ArrayList<SimulatedAgent>();
        desks.forEach(extension -> agents.add(new SimulatedAgent(extension, Optional.empty())));
        for (int i = 0; i < colleagues.size(); i++) {
            var habit = new SimulatedAgent.Habit(Duration.ofSeconds(2 + i), Duration.ofSeconds(8 + 3L * i));
            agents.add(new SimulatedAgent(colleagues.get(i), Optional.of(habit)));
        }
        return agents;
    }
}
