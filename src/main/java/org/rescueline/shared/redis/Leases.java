package org.rescueline.shared.redis;

import io.lettuce.core.ScriptOutputType;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;

/**
 * Who of several nodes does a work that one alone is to do. A lease runs out by itself, so a node that dies gives its
 * work away without a word.
 *
 * <p>A lease is a habit and no lock: a node that stood still for longer than the lease may for a moment believe that it
 * holds it beside its successor. The work must bear being done twice.
 */
@Singleton
public class Leases {

    private static final String PREFIX = "rescueline:lease:";

    private static final String TAKE = """
            if redis.call('get', KEYS[1]) == ARGV[1] then
                redis.call('pexpire', KEYS[1], ARGV[2])
                return 1
            end
            if redis.call('set', KEYS[1], ARGV[1], 'NX', 'PX', ARGV[2]) then
                return 1
            end
            return 0
            """;

    private static final String RELEASE = """
            if redis.call('get', KEYS[1]) == ARGV[1] then
                return redis.call('del', KEYS[1])
            end
            return 0
            """;

    private final Redis redis;

    @Inject
    Leases(Redis redis) {
        this.redis = redis;
    }

    /**
     * Takes a lease that nobody has, or prolongs one's own.
     *
     * @param holder the name of the node
     * @param duration how long it holds from now on
     * @return whether the holder has it; fails with UPSTREAM {@code shared.redis-away} when nobody can say
     */
    public Uni<Boolean> take(String name, String holder, Duration duration) {
        return redis.<Long>call(commands -> commands.eval(
                        TAKE, ScriptOutputType.INTEGER, key(name), holder, Long.toString(duration.toMillis())))
                .map(taken -> taken == 1);
    }

    /** Gives a lease back before its time; does nothing to somebody else's. */
    public Uni<Void> release(String name, String holder) {
        return redis.<Long>call(commands -> commands.eval(RELEASE, ScriptOutputType.INTEGER, key(name), holder))
                .replaceWithVoid();
    }

    private static String[] key(String name) {
        return new String[] {PREFIX + name};
    }
}
