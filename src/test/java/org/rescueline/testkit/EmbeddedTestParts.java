package org.rescueline.testkit;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.rescueline.shared.Ids;
import org.rescueline.shared.embedded.EmbeddedPostgres;
import org.rescueline.shared.embedded.EmbeddedRedis;

/**
 * A fresh PostgreSQL and a fresh Redis on free ports for all the {@code @QuarkusTest}s of one JVM. Nothing needs to
 * name it: it holds for every such test.
 */
@WithTestResource(value = EmbeddedTestParts.class, scope = TestResourceScope.GLOBAL)
public class EmbeddedTestParts implements QuarkusTestResourceLifecycleManager {

    /** Kept between runs, so that only the first one unpacks. */
    public static final Path SOFTWARE = Path.of("target", "embedded", "software");

    private EmbeddedPostgres postgres;
    private EmbeddedRedis redis;

    @Override
    public Map<String, String> start() {
        var directory = Path.of("target", "embedded", "run-" + Ids.next());
        // Nothing here must outlive a crash of the machine, so nothing waits for the disk.
        postgres = EmbeddedPostgres.start(
                SOFTWARE, directory.resolve("postgres"), 0, List.of("fsync=off", "synchronous_commit=off"));
        redis = EmbeddedRedis.start(SOFTWARE, directory.resolve("redis"), 0);
        return Map.of(
                "rescueline.database.host",
                "127.0.0.1",
                "rescueline.database.port",
                Integer.toString(postgres.port()),
                "rescueline.database.name",
                EmbeddedPostgres.DATABASE,
                "rescueline.database.user",
                EmbeddedPostgres.USER,
                "rescueline.database.password",
                "unused",
                "rescueline.redis.uri",
                "redis://127.0.0.1:" + redis.port());
    }

    @Override
    public void stop() {
        if (redis != null) {
            redis.stop();
        }
        if (postgres != null) {
            postgres.stop();
        }
    }
}
