package org.rescueline.console.internal;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.rescueline.security.Viewer;

/**
 * One open page: who looks at it, what it wants to see, and what still waits for it. One text is under way at a time, so a
 * slow page is felt at once: its positions and states conflate, its news waits up to the limit, then it is closed.
 *
 * <p>Any thread may call; the texts leave in the order in which they were offered.
 */
public final class LivePage {

    private static final Logger LOG = Logger.getLogger(LivePage.class);

    private final Viewer viewer;
    private final String sessionKey;
    private final Wire wire;
    private final Outbox outbox;
    private final Map<UUID, PositionDot> positions = new LinkedHashMap<>();
    private final AtomicInteger rounds = new AtomicInteger();
    private @Nullable MapWindow window;
    private Instant heardAt;
    private boolean isSending;
    private boolean isClosed;

    LivePage(Viewer viewer, String sessionKey, Wire wire, int waitingLimit, Instant openedAt) {
        this.viewer = viewer;
        this.sessionKey = sessionKey;
        this.wire = wire;
        this.outbox = new Outbox(waitingLimit);
        this.heardAt = openedAt;
    }

    /** Who looks at the page. */
    public Viewer viewer() {
        return viewer;
    }

    /** On which sign-in the page hangs. */
    public String sessionKey() {
        return sessionKey;
    }

    synchronized Instant heardAt() {
        return heardAt;
    }

    /** The page said something, so somebody's browser is still there. */
    public synchronized void hear(Instant now) {
        heardAt = now;
    }

    /** Which part of the map the page wants positions of; null for none. */
    public synchronized void look(@Nullable MapWindow wanted) {
        window = wanted;
        positions.clear();
    }

    synchronized boolean wantsPositions() {
        return window != null;
    }

    void offer(Supplier<String> text) {
        offer(new Object(), text);
    }

    /** Offers news of a thing, which takes the place of older news of it that still waits. */
    void offer(Object subject, Supplier<String> text) {
        synchronized (this) {
            if (isClosed) {
                return;
            }
            if (!outbox.add(subject, text)) {
                close(LiveClosing.TOO_SLOW);
                return;
            }
        }
        sendNext();
    }

    void offerState(String name, String text) {
        synchronized (this) {
            if (isClosed) {
                return;
            }
            outbox.put(name, () -> text);
        }
        sendNext();
    }

    /** Takes over what lies in the page's window; what waits already gives way to the newer dot of the same truck. */
    void offerPositions(List<PositionDot> dots, Function<List<PositionDot>, String> writing) {
        synchronized (this) {
            var wanted = window;
            if (isClosed || wanted == null) {
                return;
            }
            for (var dot : dots) {
                if (wanted.contains(dot.latitude(), dot.longitude())) {
                    positions.put(dot.vehicleId(), dot);
                }
            }
            if (positions.isEmpty()) {
                return;
            }
            outbox.put("positions", () -> writing.apply(takePositions()));
        }
        sendNext();
    }

    synchronized void close(LiveClosing reason) {
        if (isClosed) {
            return;
        }
        forget();
        wire.close(reason);
    }

    /** The line is gone already. */
    synchronized void forget() {
        isClosed = true;
        outbox.clear();
        positions.clear();
    }

    private synchronized List<PositionDot> takePositions() {
        var taken = List.copyOf(positions.values());
        positions.clear();
        return taken;
    }

    /** Sends until nothing waits or a text is under way; a text that leaves at once goes round here, not deeper. */
    private void sendNext() {
        if (rounds.getAndIncrement() != 0) {
            return;
        }
        do {
            var text = claimNext();
            if (text != null) {
                send(text);
            }
        } while (rounds.decrementAndGet() != 0);
    }

    private void send(Supplier<String> text) {
        Uni.createFrom().item(text).chain(wire::send).subscribe().with(sent -> sentOne(), this::lost);
    }

    private synchronized @Nullable Supplier<String> claimNext() {
        if (isSending || isClosed) {
            return null;
        }
        var text = outbox.next();
        isSending = text != null;
        return text;
    }

    private void sentOne() {
        synchronized (this) {
            isSending = false;
        }
        sendNext();
    }

    /** The line broke while sending; its close will be reported too, and the page comes back by itself. */
    private void lost(Throwable failure) {
        LOG.debugf(failure, "The line to a page of %s broke", viewer.name());
        close(LiveClosing.TOO_SLOW);
    }
}
