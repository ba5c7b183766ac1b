package org.rescueline.testkit;

import java.nio.file.Path;
import org.rescueline.shared.Ids;
import org.rescueline.shared.embedded.EmbeddedRedis;

/** A Redis beside the services of a test: it outlives each of them. */
public final class OutlivingRedis implements AutoCloseable {

    private final EmbeddedRedis redis;

    /** An empty one, started; the name is that of its directory. */
    public OutlivingRedis(String name) {
        redis = EmbeddedRedis.start(
                EmbeddedTestParts.SOFTWARE, Path.of("target", "embedded", "redis-" + name + "-" + Ids.next()), 0);
    }

    /** Its address, as {@code rescueline.redis.uri} has it. */
    public String uri() {
        return "redis://127.0.0.1:" + redis.port();
    }

    @Override
    public void close() {
        redis.stop();
    }
}
