package org.rescueline.security.internal;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.pgclient.PgException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.rescueline.security.NewUser;
import org.rescueline.security.SessionsEnded;
import org.rescueline.security.UserChanged;
import org.rescueline.security.UserEdit;
import org.rescueline.security.UserView;
import org.rescueline.shared.Actor;
import org.rescueline.shared.Facts;
import org.rescueline.shared.Failure;
import org.rescueline.shared.Ids;

/** Keeps the accounts: every change is one transaction with its line in the audit, and is told to the room after it. */
@ApplicationScoped
public class Users {

    private static final String EXTENSION_INDEX = "user_account_extension";
    private static final String UNIQUE_VIOLATION = "23505";

    private final AccountStore accounts;
    private final SessionStore sessionStore;
    private final Sessions sessions;
    private final PasswordHasher passwords;
    private final UserRules rules;
    private final AuditLog audit;
    private final Facts facts;
    private final Pool pool;
    private final Clock clock;

    Users(
            AccountStore accounts,
            SessionStore sessionStore,
            Sessions sessions,
            PasswordHasher passwords,
            UserRules rules,
            AuditLog audit,
            Facts facts,
            Pool pool,
            Clock clock) {
        this.accounts = accounts;
        this.sessionStore = sessionStore;
        this.sessions = sessions;
        this.passwords = passwords;
        this.rules = rules;
        this.audit = audit;
        this.facts = facts;
        this.pool = pool;
        this.clock = clock;
    }

    public Uni<Optional<UserView>> findByExtension(String extension) {
        return accounts.findActiveByExtension(extension).map(found -> found.map(Account::user));
    }

    public Uni<Optional<UserView>> findByUsername(String typed) {
        return accounts.findByUsername(Usernames.normalise(typed)).map(found -> found.map(Account::user));
    }

    public Uni<UserView> get(UUID id) {
        return accounts.findById(id)
                .map(found -> found.orElseThrow(() -> unknown(id)).user());
    }

    public Uni<List<UserView>> list() {
        return accounts.list();
    }

    public Uni<UserView> create(NewUser wanted, Actor by) {
        return Uni.createFrom().deferred(() -> {
            var user = rules.checked(wanted);
            rules.checkPassword(wanted.password());
            return insert(user, wanted.password(), by);
        });
    }

    public Uni<UserView> provideForDemo(NewUser wanted) {
        return Uni.createFrom().deferred(() -> {
            rules.requireDemo();
            var user = rules.checked(wanted);
            return findByUsername(user.username())
                    .chain(found -> found.map(there -> Uni.createFrom().item(there))
                            .orElseGet(() -> insert(user, wanted.password(), Actor.SYSTEM)));
        });
    }

    public Uni<UserView> update(UUID id, UserEdit edit, Actor by, long version) {
        return inTransaction(connection -> accounts.lockActiveAdmins(connection)
                        .chain(admins -> accounts.findById(connection, id)
                                .map(found ->
                                        found.orElseThrow(() -> unknown(id)).user())
                                .map(before -> rules.changed(before, edit, by, version, admins)))
                        .call(after ->
                                accounts.update(connection, after).invoke(written -> requireWritten(written, after)))
                        .call(after ->
                                after.active() ? Uni.createFrom().voidItem() : sessionStore.deleteOf(connection, id))
                        .map(Users::oneVersionLater)
                        .call(after -> note(connection, AuditKind.USER_CHANGED, by, after)))
                .invoke(this::tellChanged);
    }

    public Uni<UserView> resetPassword(UUID id, String password, Actor by) {
        return setPassword(id, password, by, AuditKind.PASSWORD_RESET);
    }

    /**
     * The person changes the own password, naming the present one. The session in which that happens ends like all the
     * others: whoever has a stolen cookie must not outlive the change.
     */
    public Uni<UserView> changeOwnPassword(UUID id, String present, String wanted, Actor by) {
        return accounts.findById(id)
                .map(found -> found.orElseThrow(() -> unknown(id)))
                .chain(account -> passwords.matches(present, account.passwordHash()))
                .invoke(right -> requireRight(right))
                .chain(() -> setPassword(id, wanted, by, AuditKind.PASSWORD_CHANGED));
    }

    private Uni<UserView> setPassword(UUID id, String password, Actor by, AuditKind kind) {
        return Uni.createFrom().deferred(() -> {
            rules.checkPassword(password);
            return passwords
                    .hash(password)
                    .chain(hash -> inTransaction(connection -> accounts.findById(connection, id)
                            .map(found -> found.orElseThrow(() -> unknown(id)).user())
                            .call(() -> accounts.updatePassword(connection, id, hash, clock.instant()))
                            .call(() -> sessionStore.deleteOf(connection, id))
                            .map(Users::oneVersionLater)
                            .call(user -> note(connection, kind, by, user))))
                    .invoke(() -> endSessionsOf(id));
        });
    }

    private Uni<UserView> insert(UserView user, String password, Actor by) {
        return passwords
                .hash(password)
                .chain(hash -> inTransaction(
                        connection -> accounts.insert(connection, new Account(user, hash), clock.instant())
                                .call(() -> note(connection, AuditKind.USER_CREATED, by, user))))
                .replaceWith(user)
                .invoke(this::tellChanged);
    }

    private <T> Uni<T> inTransaction(Function<SqlConnection, Uni<T>> work) {
        return pool.withTransaction(work).onFailure(PgException.class).transform(Users::explain);
    }

    private void tellChanged(UserView user) {
        sessions.forget(user.id());
        facts.publish(new UserChanged(user));
        if (!user.active()) {
            endSessionsOf(user.id());
        }
    }

    private void endSessionsOf(UUID id) {
        sessions.forget(id);
        facts.publish(new SessionsEnded(id, ""));
    }

    private Uni<Void> note(SqlConnection connection, AuditKind kind, Actor by, UserView user) {
        return audit.append(
                connection,
                new AuditEntry(Ids.next(), clock.instant(), kind, idOf(by), by.name(), null, user.username()));
    }

    /** The audit has no id for the system itself. */
    private static @Nullable UUID idOf(Actor by) {
        return by.equals(Actor.SYSTEM) ? null : UUID.fromString(by.id());
    }

    private static UserView oneVersionLater(UserView user) {
        return new UserView(
                user.id(),
                user.username(),
                user.displayName(),
                user.roles(),
                user.extension(),
                user.language(),
                user.active(),
                user.version() + 1);
    }

    private static void requireWritten(boolean written, UserView user) {
        if (!written) {
            throw Failure.stale(user);
        }
    }

    private static void requireRight(boolean right) {
        if (!right) {
            throw Failure.invalid("present", "security.password-wrong");
        }
    }

    private static Failure unknown(UUID id) {
        return Failure.notFound("security.user", id);
    }

    private static Throwable explain(Throwable failure) {
        if (!(failure instanceof PgException database) || !UNIQUE_VIOLATION.equals(database.getSqlState())) {
            return failure;
        }
        var code = EXTENSION_INDEX.equals(database.getConstraint())
                ? "security.extension-taken"
                : "security.username-taken";
        return Failure.conflict(code, Map.of());
    }
}
