package org.rescueline.security.internal;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.rescueline.security.SecurityConfig;

/**
 * Slows down whoever guesses passwords. A try is counted before the password is checked and taken back when it was right,
 * so many guesses at the same moment cannot slip under the limit.
 *
 * <p>Counted per account <em>and</em> address, never per account alone: otherwise anybody could lock the only operator of
 * the night out by typing a name. A second, wider limit per address stops one password tried on many names.
 */
@ApplicationScoped
class SignInThrottle {

    private final Pool pool;
    private final Clock clock;
    private final SecurityConfig.SignIn limits;

    SignInThrottle(Pool pool, Clock clock, SecurityConfig config) {
        this.pool = pool;
        this.clock = clock;
        this.limits = config.signIn();
    }

    /** Counts one try; answers how long to wait when there were too many, and is empty when it may go on. */
    Uni<Optional<Duration>> countTry(String username, String bucket) {
        return count(addressSubject(bucket), limits.failuresPerAddress())
                .chain(wait -> wait.isPresent()
                        ? Uni.createFrom().item(wait)
                        : count(pairSubject(username, bucket), limits.failuresPerAccountAndAddress()));
    }

    /** The try was right: the pair starts afresh, and the address has one failure less. */
    Uni<Void> forgive(String username, String bucket) {
        return pool.preparedQuery("delete from sign_in_failure where subject = $1")
                .execute(Tuple.of(pairSubject(username, bucket)))
                .chain(() -> pool.preparedQuery(
                                "update sign_in_failure set failures = failures - 1 where subject = $1 and failures > 0")
                        .execute(Tuple.of(addressSubject(bucket))))
                .replaceWithVoid();
    }

    /** Removes what no longer counts. */
    @Scheduled(every = "15m", identity = "security-old-failures")
    Uni<Void> forgetOld() {
        return pool.preparedQuery("delete from sign_in_failure where first_failed_at <= $1")
                .execute(Tuple.of(Rows.utc(clock.instant().minus(limits.window()))))
                .replaceWithVoid();
    }

    private Uni<Optional<Duration>> count(String subject, int limit) {
        var now = clock.instant();
        return pool.preparedQuery("""
                        insert into sign_in_failure as f (subject, failures, first_failed_at) values ($1, 1, $2)
                        on conflict (subject) do update set
                            failures = case when f.first_failed_at <= $3 then 1
                                            else least(f.failures + 1, $4 + 1) end,
                            first_failed_at = case when f.first_failed_at <= $3 then $2
                                                   else f.first_failed_at end
                        returning failures, first_failed_at""")
                .execute(Tuple.of(subject, Rows.utc(now), Rows.utc(now.minus(limits.window())), limit))
                .map(rows -> waitAfter(rows.iterator().next(), limit, now));
    }

    private Optional<Duration> waitAfter(Row row, int limit, Instant now) {
        if (row.getInteger("failures") <= limit) {
            return Optional.empty();
        }
        return Optional.of(
                Duration.between(now, Rows.instant(row, "first_failed_at").plus(limits.window())));
    }

    private static String pairSubject(String username, String bucket) {
        return "pair:" + bucket + ":" + username;
    }

    private static String addressSubject(String bucket) {
        return "address:" + bucket;
    }
}
