package org.rescueline;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.rescueline.shared.embedded.EmbeddedParts;

/**
 * Where the program begins: first the parts it brings along, then the service on top of them.
 *
 * <p>The parts start before Quarkus because its datasource, its migrations and its pools want an address; and they
 * stop after it, so that the last transaction of the service still finds its database.
 */
@QuarkusMain
public final class Rescueline {

    private static final long SERVICE_STOP_SECONDS = 30;

    private Rescueline() {}

    /** Starts the service and stays until it is told to stop. */
    public static void main(String... args) {
        var configuration = LaunchConfiguration.read();
        var parts = EmbeddedParts.start(configuration::value);
        parts.configuration().forEach(System::setProperty);
        if (!parts.hasOwnDatabase()) {
            DatabaseWait.untilItAnswers(configuration);
        }
        configuration.setDemoDefaults(parts.hasOwnDatabase());
        var stopped = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stopAfter(stopped, parts), "stop-embedded-parts"));
        Quarkus.run(null, (code, failure) -> end(stopped, code, failure), args);
    }

    /** Called by Quarkus when the service has stopped: on a signal, or because it could not start. */
    private static void end(CountDownLatch stopped, int code, @Nullable Throwable failure) {
        stopped.countDown();
        if (failure != null) {
            // The log of Quarkus may have been closed by then; whoever starts the service must read why it did not.
            System.err.println("The service could not start: " + failure);
            // On its own thread: exit waits for the shutdown hooks, and one of them waits for Quarkus to return.
            new Thread(() -> System.exit(code == 0 ? 1 : code), "exit").start();
        }
    }

    private static void stopAfter(CountDownLatch stopped, EmbeddedParts parts) {
        try {
            if (!stopped.await(SERVICE_STOP_SECONDS, TimeUnit.SECONDS)) {
                System.err.println("The service did not stop in time; stopping its database and Redis all the same");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        parts.stop();
    }
}
