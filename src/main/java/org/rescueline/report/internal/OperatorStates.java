package org.rescueline.report.internal;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rescueline.report.CallsToday.Operator;
import org.rescueline.report.CallsToday.OperatorState;
import org.rescueline.security.Role;
import org.rescueline.security.SecurityService;
import org.rescueline.security.UserView;

/** What the operators do now: from the ledger's open legs, and from who is signed in. */
@ApplicationScoped
class OperatorStates {

    private final SecurityService security;
    private final TallyStore store;

    OperatorStates(SecurityService security, TallyStore store) {
        this.security = security;
        this.store = store;
    }

    /** Every active operator with a telephone, by extension; uses of the telephone before {@code from} are forgotten. */
    Uni<List<Operator>> list(Instant from) {
        return security.listUsers().chain(users -> security.listSignedInIds()
                .chain(signedIn -> store.listTelephones(from).map(telephones -> combine(users, signedIn, telephones))));
    }

    static List<Operator> combine(List<UserView> users, Set<UUID> signedIn, List<TallyRow.Telephone> telephones) {
        Map<String, TallyRow.Telephone> byExtension =
                telephones.stream().collect(Collectors.toMap(TallyRow.Telephone::extension, Function.identity()));
        return users.stream()
                .filter(user -> user.active() && user.has(Role.OPERATOR) && user.extension() != null)
                .map(user -> operator(user, user.extension(), byExtension.get(user.extension()), signedIn))
                .sorted(Comparator.comparing(Operator::extension))
                .toList();
    }

    private static Operator operator(
            UserView user, @Nullable String extension, TallyRow.@Nullable Telephone telephone, Set<UUID> signedIn) {
        var line = extension == null ? "" : extension;
        if (telephone == null) {
            return new Operator(user.id(), user.displayName(), line, idle(user, signedIn), null, null);
        }
        if (telephone.endedAt() != null) {
            return new Operator(user.id(), user.displayName(), line, idle(user, signedIn), telephone.endedAt(), null);
        }
        return telephone.answeredAt() != null
                ? busy(user, line, OperatorState.TALKING, telephone.answeredAt(), telephone)
                : busy(user, line, OperatorState.RINGING, telephone.ringingAt(), telephone);
    }

    private static Operator busy(
            UserView user, String line, OperatorState state, @Nullable Instant since, TallyRow.Telephone telephone) {
        return new Operator(user.id(), user.displayName(), line, state, since, telephone.callId());
    }

    private static OperatorState idle(UserView user, Set<UUID> signedIn) {
        return signedIn.contains(user.id()) ? OperatorState.FREE : OperatorState.AWAY;
    }
}
