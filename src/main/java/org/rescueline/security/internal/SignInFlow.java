package org.rescueline.security.internal;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rescueline.security.UserView;
import org.rescueline.shared.Ids;

/**
 * Signing in:
 *
 * <ol>
 *   <li>the try is counted; too many, and the password is not even looked at;
 *   <li>the account is looked up, and the password checked, as slowly for an unknown account as for a known one;
 *   <li>wrong: noted and refused, without a word on what was wrong;
 *   <li>right: the count is taken back, a session begins, and that is noted too.
 * </ol>
 */
@ApplicationScoped
public class SignInFlow {

    private final AccountStore accounts;
    private final PasswordHasher passwords;
    private final SignInThrottle throttle;
    private final Sessions sessions;
    private final AuditLog audit;
    private final Clock clock;

    SignInFlow(
            AccountStore accounts,
            PasswordHasher passwords,
            SignInThrottle throttle,
            Sessions sessions,
            AuditLog audit,
            Clock clock) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.throttle = throttle;
        this.sessions = sessions;
        this.audit = audit;
        this.clock = clock;
    }

    /** Tries to sign in; {@code address} is where the request came from. */
    public Uni<SignInOutcome> signIn(String typedName, String password, String address) {
        var username = Usernames.normalise(typedName);
        var bucket = AddressBucket.of(address);
        return throttle.countTry(username, bucket)
                .chain(wait -> wait.isPresent()
                        ? note(AuditKind.SIGN_IN_THROTTLED, null, username, address)
                                .replaceWith(new SignInOutcome.Throttled(wait.get()))
                        : check(username, password, bucket, address));
    }

    /** Ends the session the person signs out of. */
    public Uni<Void> signOut(String sessionKey, UserView user, String address) {
        return sessions.end(sessionKey, user.id())
                .chain(() -> note(AuditKind.SIGNED_OUT, user.id(), user.username(), address));
    }

    private Uni<SignInOutcome> check(String username, String password, String bucket, String address) {
        return accounts.findByUsername(username).chain(account -> matches(account, password)
                .chain(right -> right
                        ? admit(account.orElseThrow().user(), bucket, address)
                        : note(AuditKind.SIGN_IN_REFUSED, null, username, address)
                                .replaceWith(new SignInOutcome.Refused())));
    }

    @SuppressWarnings("OptionalUsedAsFieldOrParameterType") // as it comes from the store
    private Uni<Boolean> matches(Optional<Account> account, String password) {
        return account.filter(found -> found.user().active())
                .map(found -> passwords.matches(password, found.passwordHash()))
                .orElseGet(() -> passwords.matchesNobody(password));
    }

    private Uni<SignInOutcome> admit(UserView user, String bucket, String address) {
        return throttle.forgive(user.username(), bucket)
                .chain(() -> sessions.open(user.id(), address))
                .call(() -> note(AuditKind.SIGNED_IN, user.id(), user.username(), address))
                .map(token -> new SignInOutcome.SignedIn(user, token));
    }

    private Uni<Void> note(AuditKind kind, @Nullable UUID userId, String username, String address) {
        return audit.append(new AuditEntry(Ids.next(), clock.instant(), kind, userId, username, address, null));
    }
}
