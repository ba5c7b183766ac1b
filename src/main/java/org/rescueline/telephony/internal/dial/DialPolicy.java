package org.rescueline.telephony.internal.dial;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.rescueline.security.Role;
import org.rescueline.security.Viewer;
import org.rescueline.shared.Failure;
import org.rescueline.shared.PhoneNumber;
import org.rescueline.telephony.TelephonyConfig;

/**
 * Says whether somebody may ring a number from the page. From the top, the first that fits:
 *
 * <ol>
 *   <li>a number outside {@code allowed-prefixes}: refused, whoever asks;
 *   <li>no role of the person allows its beginning: refused;
 *   <li>no role that does is within its hours: refused, naming the hours;
 *   <li>the person has ordered as many calls as the widest of those roles allows: refused, naming the limit.
 * </ol>
 *
 * <p>Of several roles each is asked by itself; one that allows is enough.
 */
@ApplicationScoped
public class DialPolicy {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration DAY = Duration.ofHours(24);

    private final TelephonyConfig.Dial config;
    private final Pool pool;
    private final Clock clock;

    DialPolicy(TelephonyConfig config, Pool pool, Clock clock) {
        this.config = config.dial();
        this.pool = pool;
        this.clock = clock;
    }

    /** How many calls somebody ordered lately. */
    record Used(long lastHour, long lastDay) {}

    /** Completes when the number may be rung; fails as DENIED, with the reason in words, otherwise. */
    public Uni<Void> require(PhoneNumber number, Viewer by) {
        var now = clock.instant();
        var open = openRules(number, by, now.atZone(config.zone()).toLocalTime());
        return used(by.userId(), now).invoke(used -> requireLimit(open, used)).replaceWithVoid();
    }

    /** The number may be rung by orders of the system as well: callbacks and spot checks. */
    public void requireAllowed(PhoneNumber number) {
        if (!startsWithAny(number, config.allowedPrefixes())) {
            throw Failure.denied("telephony.number-not-allowed", Map.of("number", number.e164()));
        }
    }

    /** The rules of the person's roles that allow the number at this time of day; at least one. */
    List<TelephonyConfig.Rules> openRules(PhoneNumber number, Viewer by, LocalTime time) {
        requireAllowed(number);
        var allowing =
                rulesOf(by).stream().filter(rules -> allows(rules, number)).toList();
        if (allowing.isEmpty()) {
            throw Failure.denied("telephony.number-not-for-role", Map.of("number", number.e164()));
        }
        var open = allowing.stream().filter(rules -> isOpen(rules, time)).toList();
        if (open.isEmpty()) {
            var hours = allowing.get(0);
            throw Failure.denied(
                    "telephony.number-not-now",
                    Map.of(
                            "from",
                            hours.from().toString(),
                            "until",
                            hours.until().toString()));
        }
        return open;
    }

    static void requireLimit(List<TelephonyConfig.Rules> open, Used used) {
        int perHour =
                open.stream().mapToInt(TelephonyConfig.Rules::perHour).max().orElse(0);
        int perDay = open.stream().mapToInt(TelephonyConfig.Rules::perDay).max().orElse(0);
        if (used.lastHour() >= perHour) {
            throw Failure.denied("telephony.dialled-too-often", Map.of("limit", perHour, "hours", 1));
        }
        if (used.lastDay() >= perDay) {
            throw Failure.denied("telephony.dialled-too-often", Map.of("limit", perDay, "hours", 24));
        }
    }

    private List<TelephonyConfig.Rules> rulesOf(Viewer by) {
        return Map.of(
                        Role.OPERATOR, config.operator(),
                        Role.DISPATCHER, config.dispatcher(),
                        Role.SUPERVISOR, config.supervisor())
                .entrySet()
                .stream()
                .filter(entry -> by.has(entry.getKey()))
                .sorted(Map.Entry.comparingByKey())
                .map(Map.Entry::getValue)
                .toList();
    }

    private static boolean allows(TelephonyConfig.Rules rules, PhoneNumber number) {
        return rules.allowedPrefixes()
                        .map(prefixes -> startsWithAny(number, prefixes))
                        .orElse(true)
                && !rules.deniedPrefixes()
                        .map(prefixes -> startsWithAny(number, prefixes))
                        .orElse(false);
    }

    static boolean isOpen(TelephonyConfig.Rules rules, LocalTime time) {
        var from = rules.from();
        var until = rules.until();
        if (from.equals(until)) {
            return true;
        }
        boolean afterFrom = !time.isBefore(from);
        boolean beforeUntil = time.isBefore(until);
        return from.isBefore(until) ? afterFrom && beforeUntil : afterFrom || beforeUntil;
    }

    private static boolean startsWithAny(PhoneNumber number, List<String> prefixes) {
        return prefixes.stream().anyMatch(number.e164()::startsWith);
    }

    private Uni<Used> used(UUID userId, Instant now) {
        return pool.preparedQuery("""
                        select count(*) filter (where ordered_at > $2) as last_hour, count(*) as last_day
                          from dial_attempt where ordered_by = $1 and ordered_at > $3""")
                .execute(Tuple.of(
                        userId,
                        now.minus(HOUR).atOffset(ZoneOffset.UTC),
                        now.minus(DAY).atOffset(ZoneOffset.UTC)))
                .map(rows -> rows.iterator().next())
                .map(row -> new Used(row.getLong("last_hour"), row.getLong("last_day")));
    }
}
