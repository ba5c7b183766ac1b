package org.rescueline.testkit;

import java.nio.file.Path;
import org.rescueline.shared.Ids;
import org.rescueline.shared.embedded.EmbeddedRedis;
import org.rescueline.shared.embedded.Ports;

/** A Redis beside the services of a test: it outlives each of them, and may be taken away. */
public final class OutlivingRedis implements AutoCloseable {

    private final int port = Ports.free();
    private final Path directory;
    private EmbeddedRedis redis;

    /** An empty one, started; the name is that of its directory. */
    public OutlivingRedis(String name) {
        directory = Path.of("target", "embedded", "redis-" + name + "-" + Ids.next());
        start();
    }

    /** Starts it where it was, over what it wrote down. */
    public void start() {
        redis = EmbeddedRedis.start(EmbeddedTestParts.SOFTWARE, directory, port);
    }

    /** Takes it away. */
    public void stop() {
        redis.stop();
    }

    /** Its address, as {@code rescueline.redis.uri} has it. */
    public String uri() {
        return "redis://127.0.0.1:" + port;
    }

    @Override
    public void close() {
        stop();
    }
}
