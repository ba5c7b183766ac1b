package org.rescueline.shared;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * Patience for what the start asks of its neighbours. While everything is loaded at once a busy machine may take longer for
 * the first connection than a request is given; a start that gave up over it would wait for somebody to start it again.
 */
public final class PatientStart {

    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);

    private PatientStart() {}

    /**
     * Does the work, and again while a neighbour is away; so it must bear being done twice.
     *
     * @param deadline for all of it; past it, and at once for any failure of another kind, it fails
     */
    public static Uni<Void> of(Duration deadline, Supplier<Uni<Void>> work) {
        return Uni.createFrom()
                .deferred(work::get)
                .onFailure(PatientStart::isAway)
                .retry()
                .withBackOff(FIRST_PAUSE, LONGEST_PAUSE)
                .expireIn(deadline.toMillis());
    }

    private static boolean isAway(Throwable thrown) {
        return Failures.of(thrown).kind() == FailureKind.UPSTREAM;
    }
}
