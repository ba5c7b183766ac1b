package org.rescueline.security.internal;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;
import org.rescueline.security.SecurityConfig;
import org.rescueline.security.Unmaskings;
import org.rescueline.security.Viewer;
import org.rescueline.shared.Ids;

/**
 * Notes who read which number in clear by role alone. Reading a list of fifty calls must not cost fifty writes, so looks
 * are gathered and written once a second; the same viewer reading the same number again within
 * {@code rescueline.security.audit.same-look} is one look.
 *
 * <p>Every thread may call {@link #note}; it never waits.
 */
@ApplicationScoped
public class UnmaskingLog implements Unmaskings {

    private static final Logger LOG = Logger.getLogger(UnmaskingLog.class);
    private static final int BATCH = 500;
    private static final Duration LAST_WRITE_TIMEOUT = Duration.ofSeconds(2);

    private final AuditLog audit;
    private final Clock clock;
    private final Duration sameLook;
    private final int buffer;

    private final Map<Look, Instant> recent = new LinkedHashMap<>();
    private final Deque<AuditEntry> waiting = new ArrayDeque<>();

    UnmaskingLog(AuditLog audit, Clock clock, SecurityConfig config) {
        this.audit = audit;
        this.clock = clock;
        this.sameLook = config.audit().sameLook();
        this.buffer = config.audit().buffer();
    }

    @Override
    public synchronized boolean note(Viewer viewer, String number) {
        var now = clock.instant();
        forgetBefore(now.minus(sameLook));
        var look = new Look(viewer.userId().toString(), number);
        if (recent.containsKey(look)) {
            return true;
        }
        if (waiting.size() >= buffer) {
            return false;
        }
        recent.put(look, now);
        waiting.add(new AuditEntry(
                Ids.next(), now, AuditKind.NUMBER_UNMASKED, viewer.userId(), viewer.name(), null, number));
        return true;
    }

    /** Writes what has gathered; what cannot be written stays and is tried again a second later. */
    @Scheduled(every = "1s", identity = "security-unmaskings", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> write() {
        var batch = nextBatch();
        if (batch.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return audit.appendAll(batch).onFailure().recoverWithUni(failure -> {
            LOG.warnf(failure, "%d looks at numbers could not be written to the audit; tried again", batch.size());
            putBack(batch);
            return Uni.createFrom().voidItem();
        });
    }

    void writeLast(@Observes ShutdownEvent shutdown) {
        var batch = nextBatch();
        if (!batch.isEmpty()) {
            audit.appendAll(batch).await().atMost(LAST_WRITE_TIMEOUT);
        }
    }

    private synchronized List<AuditEntry> nextBatch() {
        var batch = new ArrayList<AuditEntry>();
        while (batch.size() < BATCH && !waiting.isEmpty()) {
            batch.add(waiting.remove());
        }
        return batch;
    }

    private synchronized void putBack(List<AuditEntry> batch) {
        for (var i = batch.size() - 1; i >= 0; i--) {
            waiting.addFirst(batch.get(i));
        }
    }

    /** Oldest first, because looks are put in the order of time and never put again. */
    private void forgetBefore(Instant instant) {
        var entries = recent.entrySet().iterator();
        while (entries.hasNext() && (entries.next().getValue().isBefore(instant) || recent.size() > buffer)) {
            entries.remove();
        }
    }

    private record Look(String viewer, String number) {}
}
