package org.rescueline.security.internal;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.rescueline.security.UserView;

/** Users in the table {@code user_account}. */
@ApplicationScoped
class AccountStore {

    private static final String SELECT = "select " + Account.COLUMNS + " from user_account ";

    private final Pool pool;

    AccountStore(Pool pool) {
        this.pool = pool;
    }

    Uni<Optional<Account>> findByUsername(String username) {
        return one(pool, "where username = $1", Tuple.of(username));
    }

    Uni<Optional<Account>> findById(SqlClient client, UUID id) {
        return one(client, "where id = $1", Tuple.of(id));
    }

    Uni<Optional<Account>> findById(UUID id) {
        return findById(pool, id);
    }

    Uni<Optional<Account>> findActiveByExtension(String extension) {
        return one(pool, "where extension = $1 and active", Tuple.of(extension));
    }

    Uni<List<UserView>> list() {
        return pool.preparedQuery(SELECT + "order by username")
                .execute()
                .map(rows -> Rows.all(rows, Account::userFrom));
    }

    Uni<Boolean> isEmpty() {
        return pool.preparedQuery("select not exists (select 1 from user_account) as nobody")
                .execute()
                .map(rows -> rows.iterator().next().getBoolean("nobody"));
    }

    /**
     * Locks the active administrators until the transaction ends, so that two of them cannot take each other's role away
     * at the same moment and leave nobody.
     */
    Uni<List<UUID>> lockActiveAdmins(SqlClient client) {
        return client.preparedQuery(
                        "select id from user_account where active and 'ADMIN' = any(roles) order by id for update")
                .execute()
                .map(rows -> Rows.all(rows, row -> row.getUUID("id")));
    }

    Uni<Void> insert(SqlClient client, Account account, Instant now) {
        var user = account.user();
        var values = Tuple.tuple()
                .addUUID(user.id())
                .addString(user.username())
                .addString(user.displayName())
                .addString(account.passwordHash())
                .addArrayOfString(Account.namesOf(user.roles()))
                .addString(user.extension())
                .addString(user.language())
                .addBoolean(user.active())
                .addOffsetDateTime(Rows.utc(now));
        return client.preparedQuery("""
                        insert into user_account (id, username, display_name, password_hash, roles, extension, language,
                                                  active, version, created_at, password_changed_at)
                        values ($1, $2, $3, $4, $5, $6, $7, $8, 0, $9, $9)""").execute(values).replaceWithVoid();
    }

    /** Writes the user as given if nobody changed it since {@code user.version()}; true when it was written. */
    Uni<Boolean> update(SqlClient client, UserView user) {
        var values = Tuple.tuple()
                .addUUID(user.id())
                .addLong(user.version())
                .addString(user.displayName())
                .addArrayOfString(Account.namesOf(user.roles()))
                .addString(user.extension())
                .addString(user.language())
                .addBoolean(user.active());
        return client.preparedQuery("""
                        update user_account
                           set display_name = $3, roles = $4, extension = $5, language = $6, active = $7,
                               version = version + 1
                         where id = $1 and version = $2""").execute(values).map(rows -> rows.rowCount() == 1);
    }

    Uni<Void> updatePassword(SqlClient client, UUID id, String passwordHash, Instant now) {
        return client.preparedQuery("""
                        update user_account
                           set password_hash = $2, password_changed_at = $3, version = version + 1
                         where id = $1""")
                .execute(Tuple.of(id, passwordHash, Rows.utc(now)))
                .replaceWithVoid();
    }

    private static Uni<Optional<Account>> one(SqlClient client, String where, Tuple values) {
        return client.preparedQuery(SELECT + where).execute(values).map(rows -> Rows.first(rows, Account::from));
    }
}
