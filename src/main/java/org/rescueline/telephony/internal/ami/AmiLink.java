package org.rescueline.telephony.internal.ami;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.asteriskjava.manager.event.DisconnectEvent;
import org.asteriskjava.manager.event.ManagerEvent;
import org.asteriskjava.manager.event.OriginateResponseEvent;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.rescueline.telephony.PbxAddress;

/**
 * Stays connected to one switch: one connection for events, one for actions. It pings both, takes silence for a dead
 * connection, comes back after growing pauses, and takes a snapshot each time it does. While another node listens there
 * is the connection for actions alone.
 *
 * <p>Thread rule: connecting, pinging and closing run on the link's own thread, one after the other. Events arrive on
 * Asterisk-Java's.
 */
final class AmiLink {

    private static final Logger LOG = Logger.getLogger(AmiLink.class);

    private final PbxAddress pbx;
    private final LinkSettings settings;
    private final LinkListener listener;
    private final Clock clock;
    private final TakesSnapshot snapshots;
    private final ScheduledExecutorService thread;

    private volatile @Nullable ManagerSession events;
    private volatile @Nullable ManagerSession actions;
    private volatile @Nullable Instant heardAt;
    private volatile boolean connected;
    private volatile boolean listening;
    private volatile boolean closed;
    private @Nullable Sink sink;
    private int failures;

    AmiLink(PbxAddress pbx, LinkSettings settings, LinkListener listener, Clock clock) {
        this.pbx = pbx;
        this.settings = settings;
        this.listener = listener;
        this.clock = clock;
        this.snapshots = new TakesSnapshot(clock);
        this.thread = Executors.newSingleThreadScheduledExecutor(task -> {
            var made = new Thread(task, "switch-" + pbx.name());
            made.setDaemon(true);
            return made;
        });
    }

    /**
     * Starts connecting.
     *
     * @param listens whether to hear the switch's events
     */
    void start(boolean listens) {
        listening = listens;
        run(this::connect, Duration.ZERO);
    }

    /** Begins or ceases to hear the switch's events; connects anew for it. Does nothing when it is so already. */
    void listen(boolean listens) {
        run(() -> changeTo(listens), Duration.ZERO);
    }

    /** Tells the listener once more, after a pause, what there is on the switch: what it did with the last one failed. */
    void tellAgain() {
        run(this::tell, settings.longestReconnectPause());
    }

    /** Closes the link for good. Does not wait. */
    void close() {
        closed = true;
        connected = false;
        run(
                () -> {
                    closeSessions();
                    thread.shutdown();
                },
                Duration.ZERO);
    }

    boolean isConnected() {
        return connected;
    }

    /** Whether this node is to hear the switch's events. */
    boolean isListening() {
        return listening;
    }

    PbxAddress pbx() {
        return pbx;
    }

    /** When the switch last said anything; null before it ever did. */
    @Nullable
    Instant heardAt() {
        return heardAt;
    }

    /** The connection for actions. Using it waits for the switch. */
    ManagerSession actions() throws IOException {
        var session = actions;
        if (!connected || session == null) {
            throw new IOException("the switch " + pbx.name() + " is not connected");
        }
        return session;
    }

    /** Takes a snapshot now. Waits for the switch. */
    SwitchSnapshot snapshot() throws IOException {
        return snapshots.take(actions(), settings.snapshotTimeout());
    }

    private void connect() {
        if (closed) {
            return;
        }
        try {
            var hears = new Sink();
            sink = hears;
            if (listening) {
                events = ManagerSession.open(pbx, settings, ManagerSession.CALL_EVENTS, hears::onEvent);
            }
            actions = ManagerSession.open(pbx, settings, ManagerSession.NO_EVENTS, hears::onActionEvent);
            heardAt = clock.instant();
            connected = true;
            tellConnected();
            failures = 0;
            run(() -> watch(hears), settings.pingInterval());
        } catch (IOException | RuntimeException e) {
            lose("cannot connect: " + e.getMessage());
        }
    }

    private void tellConnected() throws IOException {
        if (!listening) {
            LOG.infof("Connected to the switch %s; another node listens to it", pbx);
            listener.onStandingBy(pbx);
            return;
        }
        var snapshot = snapshot();
        LOG.infof(
                "Connected to the switch %s; %d channels are up",
                pbx, snapshot.uniqueids().size());
        listener.onConnected(pbx, snapshot);
    }

    private void tell() {
        if (closed || !connected || !listening) {
            return;
        }
        try {
            listener.onConnected(pbx, snapshot());
        } catch (IOException | RuntimeException e) {
            lose("no snapshot: " + e.getMessage());
        }
    }

    private void changeTo(boolean listens) {
        if (closed || listening == listens) {
            return;
        }
        listening = listens;
        if (connected) {
            connected = false;
            closeSessions();
            connect();
        }
    }

    /** Pings, and takes a silent connection for a dead one. */
    private void watch(Sink watched) {
        if (closed || !connected || sink != watched) {
            return;
        }
        var heard = heardAt;
        if (heard != null && heard.plus(settings.silenceTimeout()).isBefore(clock.instant())) {
            lose("silent since " + heard);
            return;
        }
        try {
            if (listening) {
                ping(events);
            }
            ping(actions);
            run(() -> watch(watched), settings.pingInterval());
        } catch (IOException | RuntimeException e) {
            lose("cannot ping: " + e.getMessage());
        }
    }

    private void ping(@Nullable ManagerSession session) throws IOException {
        if (session == null || !session.isOpen()) {
            throw new IOException("closed");
        }
        session.ping(() -> heardAt = clock.instant());
    }

    private void lose(String reason) {
        if (closed) {
            return;
        }
        boolean wasConnected = connected;
        connected = false;
        closeSessions();
        if (wasConnected || failures == 0) {
            LOG.warnf("The switch %s is away (%s); trying again", pbx, reason);
        }
        if (wasConnected) {
            listener.onLost(pbx, reason);
        }
        run(this::connect, pause(failures++));
    }

    private Duration pause(int failuresBefore) {
        var pause = settings.reconnectPause().multipliedBy(1L << Math.min(failuresBefore, 16));
        return pause.compareTo(settings.longestReconnectPause()) > 0 ? settings.longestReconnectPause() : pause;
    }

    private void closeSessions() {
        close(events);
        close(actions);
        events = null;
        actions = null;
    }

    private static void close(@Nullable ManagerSession session) {
        if (session != null) {
            session.close();
        }
    }

    private void run(Runnable task, Duration delay) {
        try {
            ScheduledFuture<?> unused = thread.schedule(task, delay.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException afterClose) {
            LOG.debugf("The link to %s is closed already", pbx);
        }
    }

    /** Hears one pair of connections; what an older pair still says after it was replaced is not heard any more. */
    private final class Sink {

        void onEvent(ManagerEvent event) {
            if (event instanceof DisconnectEvent) {
                onDisconnect();
                return;
            }
            var now = clock.instant();
            heardAt = now;
            ReadsManagerEvent.read(event, now).ifPresent(report -> listener.onReport(pbx, report));
            ReadsManagerEvent.hold(event, now).ifPresent(report -> listener.onHold(pbx, report));
            if (event instanceof OriginateResponseEvent outcome) {
                ReadsManagerEvent.failedAttempt(outcome)
                        .ifPresent(attempt -> listener.onOriginateFailed(pbx, attempt, now));
            }
        }

        void onActionEvent(ManagerEvent event) {
            if (event instanceof DisconnectEvent) {
                onDisconnect();
            }
        }

        private void onDisconnect() {
            run(
                    () -> {
                        if (connected && sink == this) {
                            lose("the switch closed the connection");
                        }
                    },
                    Duration.ZERO);
        }
    }
}
