package org.rescueline.demo.hotline;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.net.NetServer;
import io.vertx.core.net.NetServerOptions;
import io.vertx.core.net.NetSocket;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * The built-in hotline: stands in for Asterisk when none answers. It speaks the manager protocol on a loopback port,
 * so that the service's own telephony room is at work in the demo exactly as it is in earnest.
 *
 * <p>Thread rule: everything runs on the one event-loop context that {@link #start} takes.
 */
public final class SimulatedHotline {

    private static final String LOOPBACK = "127.0.0.1";
    private static final String USERNAME = "rescueline";

    private final Context context;
    private final Vertx vertx;
    private final Timers timers;
    private final Random random;
    private final AmiAccount account;
    private final SecureRandom secure = new SecureRandom();
    private final Set<AmiSession> sessions = new HashSet<>();
    private final Switchboard switchboard;
    private final SimulatedQueue queue;
    private final SwitchActions actions;

    /**
     * @param random draws what simulated people do; a fixed seed gives the same day again
     * @param agents the queue's members
     */
    SimulatedHotline(Vertx vertx, Clock clock, Random random, List<SimulatedAgent> agents) {
        this.vertx = vertx;
        this.context = vertx.getOrCreateContext();
        this.timers = new VertxTimers(vertx, clock);
        this.random = random;
        this.account = new AmiAccount(USERNAME, randomText());
        this.switchboard = new Switchboard(timers, this::broadcast);
        this.queue = new SimulatedQueue(agents);
        this.actions = new SwitchActions(switchboard, queue, random);
    }

    /** What a client needs to sign in. */
    public record Door(String host, int port, String username, String secret) {

        @Override
        public String toString() {
            return "Door[" + host + ":" + port + "]";
        }
    }

    /** Opens the loopback port; fails when the port cannot be bound. Port 0 takes a free one. */
    public Future<Door> start(int port) {
        Promise<Door> opened = Promise.promise();
        context.runOnContext(ignored -> {
            NetServer server = vertx.createNetServer(
                    new NetServerOptions().setHost(LOOPBACK).setPort(port));
            server.connectHandler(this::onConnect)
                    .listen()
                    .map(listening -> new Door(LOOPBACK, listening.actualPort(), account.username(), account.secret()))
                    .onComplete(opened);
        });
        return opened.future();
    }

    /** A caller dials in now. */
    public void call(CallPlan plan) {
        context.runOnContext(ignored -> new InboundCall(switchboard, queue, plan, random).start());
    }

    private void onConnect(NetSocket socket) {
        var session = new AmiSession(socket, account, randomText(), actions::act);
        sessions.add(session);
        socket.closeHandler(ignored -> sessions.remove(session));
        session.start();
    }

    private void broadcast(AmiMessage event) {
        sessions.forEach(session -> session.sendEvent(event));
    }

    private String randomText() {
        var bytes = new byte[16];
        secure.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    private record VertxTimers(Vertx vertx, Clock clock) implements Timers {

        @Override
        public Runnable after(Duration delay, Runnable work) {
            long id = vertx.setTimer(Math.max(1, delay.toMillis()), ignored -> work.run());
            return () -> vertx.cancelTimer(id);
        }

        @Override
        public long nowMillis() {
            return clock.millis();
        }
    }
}
