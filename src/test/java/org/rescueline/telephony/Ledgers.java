package org.rescueline.telephony;

import static org.awaitility.Awaitility.await;

import io.quarkus.arc.Arc;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.rescueline.shared.PageRequest;
import org.rescueline.shared.ReactiveBridge;

/** Looks into the ledger from a test's thread. */
final class Ledgers {

    static final Duration PATIENCE = Duration.ofSeconds(30);

    private Ledgers() {}

    /** The calls of a switch. */
    static List<CallView> of(TelephonyService telephony, String pbx) {
        return get(() -> telephony.listCalls(CallFilter.ALL, PageRequest.first(200))).items().stream()
                .filter(call -> call.pbx().equals(pbx))
                .toList();
    }

    /** Waits until the switch has exactly one call in this state. */
    static CallView awaitOne(TelephonyService telephony, String pbx, CallState state) {
        return await().atMost(PATIENCE)
                .until(
                        () -> of(telephony, pbx).stream()
                                .filter(call -> call.state() == state)
                                .toList(),
                        found -> found.size() == 1)
                .get(0);
    }

    /** What the work comes to, done where a database session may be opened. */
    static <T> T get(Supplier<Uni<T>> work) {
        var bridge = Arc.container().instance(ReactiveBridge.class).get();
        try {
            return bridge.run("test", PATIENCE, work).toCompletableFuture().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException(e);
        } catch (InterruptedException | TimeoutException e) {
            throw new IllegalStateException(e);
        }
    }
}
