package org.rescueline.shared.embedded;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The parts brought along, started side by side where the configuration names none of its own.
 *
 * <p>Blocks: for use before the service starts and after it has stopped.
 */
public final class EmbeddedParts {

    private final @Nullable EmbeddedPostgres postgres;
    private final @Nullable EmbeddedRedis redis;

    private EmbeddedParts(@Nullable EmbeddedPostgres postgres, @Nullable EmbeddedRedis redis) {
        this.postgres = postgres;
        this.redis = redis;
    }

    /**
     * Starts what is needed.
     *
     * @param configured looks up one configuration key; null when it has no value
     */
    public static EmbeddedParts start(Function<String, @Nullable String> configured) {
        var data = Path.of(valueOr(configured, "rescueline.data-dir", "data"));
        var software = Path.of(valueOr(
                configured,
                "rescueline.embedded.software-dir",
                data.resolve("software").toString()));
        var redis = CompletableFuture.supplyAsync(() -> startRedis(configured, data, software));
        return new EmbeddedParts(startPostgres(configured, data, software), redis.join());
    }

    /** The configuration that points the service at the parts started here. */
    public Map<String, String> configuration() {
        var values = new HashMap<String, String>();
        if (postgres != null) {
            values.put("rescueline.database.host", "127.0.0.1");
            values.put("rescueline.database.port", Integer.toString(postgres.port()));
            values.put("rescueline.database.name", EmbeddedPostgres.DATABASE);
            values.put("rescueline.database.user", EmbeddedPostgres.USER);
            // The embedded server trusts loopback and ignores it, but the clients want one.
            values.put("rescueline.database.password", "unused");
        }
        if (redis != null) {
            values.put("rescueline.redis.uri", "redis://127.0.0.1:" + redis.port());
        }
        return values;
    }

    /** Whether the database is the embedded one: a checkout to try out, not a centre at work. */
    public boolean hasOwnDatabase() {
        return postgres != null;
    }

    /** Stops what was started, or found, here. */
    public void stop() {
        if (redis != null) {
            redis.stop();
        }
        if (postgres != null) {
            postgres.stop();
        }
    }

    private static @Nullable EmbeddedPostgres startPostgres(
            Function<String, @Nullable String> configured, Path data, Path software) {
        if (isSet(configured, "rescueline.database.host")) {
            return null;
        }
        var port = Integer.parseInt(valueOr(configured, "rescueline.embedded.database-port", "54329"));
        return EmbeddedPostgres.start(software, data.resolve("postgres"), port, List.of());
    }

    private static @Nullable EmbeddedRedis startRedis(
            Function<String, @Nullable String> configured, Path data, Path software) {
        if (isSet(configured, "rescueline.redis.uri")) {
            return null;
        }
        var port = Integer.parseInt(valueOr(configured, "rescueline.embedded.redis-port", "56379"));
        return EmbeddedRedis.start(software, data.resolve("redis"), port);
    }

    private static boolean isSet(Function<String, @Nullable String> configured, String key) {
        var value = configured.apply(key);
        return value != null && !value.isBlank();
    }

    private static String valueOr(Function<String, @Nullable String> configured, String key, String otherwise) {
        var value = configured.apply(key);
        return value == null || value.isBlank() ? otherwise : value;
    }
}
