package org.rescueline.event.internal;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Whether an answered call goes on with an unfinished case of the same number, or begins one of its own.
 *
 * <p>It goes on with the newest case begun within the window, if the caller cannot mean another truck: the case has none
 * yet, or the caller's only known truck is the one in the case. A fleet's dispatcher with twenty trucks therefore gets a
 * draft, and the desk offers to attach. A wrong guess is undone by separating the call.
 */
final class DecidesAttachment {

    private DecidesAttachment() {}

    /** An unfinished case of the caller's number, begun within the window. */
    record Candidate(UUID eventId, @Nullable UUID vehicleId, Instant createdAt) {}

    static Optional<UUID> decide(List<Candidate> unfinished, Set<UUID> callersVehicles) {
        return unfinished.stream()
                .filter(candidate -> cannotMeanAnotherTruck(candidate, callersVehicles))
                .max(Comparator.comparing(Candidate::createdAt).thenComparing(Candidate::eventId))
                .map(Candidate::eventId);
    }

    private static boolean cannotMeanAnotherTruck(Candidate candidate, Set<UUID> callersVehicles) {
        return candidate.vehicleId() == null || callersVehicles.stream().allMatch(candidate.vehicleId()::equals);
    }
}
