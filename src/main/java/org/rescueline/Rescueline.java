package org.rescueline;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.rescueline.geo.PlaceNames;
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

    /** What Quarkus makes of the service when it is packaged. */
    private static final String APPLICATION = "io.quarkus.runner.ApplicationImpl";

    private Rescueline() {}

    /** Starts the service and stays until it is told to stop. */
    public static void main(String... args) {
        TunedStart.begin();
        var configuration = LaunchConfiguration.read();
        var starting = CompletableFuture.supplyAsync(() -> EmbeddedParts.start(configuration::value));
        new Thread(PlaceNames::read, "read-place-names").start();
        prepareService();
        var parts = startedParts(starting);
        parts.configuration().forEach(System::setProperty);
        if (!parts.hasOwnDatabase()) {
            DatabaseWait.untilItAnswers(configuration);
        }
        configuration.setDemoDefaults(parts.hasOwnDatabase());
        var stopped = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stopAfter(stopped, parts), "stop-embedded-parts"));
        Quarkus.run(null, (code, failure) -> end(stopped, code, failure), args);
    }

    /**
     * Does the half of the service's start that needs no database, while the parts come up beside it: Quarkus does it
     * when this class is initialised. Which addresses the parts have is read in the other half.
     */
    private static void prepareService() {
        try {
            Class.forName(APPLICATION, true, Thread.currentThread().getContextClassLoader());
        } catch (ClassNotFoundException e) {
            // Not packaged, as under a development tool: the service then does all of it when it starts.
            return;
        }
    }

    private static EmbeddedParts startedParts(CompletableFuture<EmbeddedParts> starting) {
        try {
            return starting.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
    }

    /** Called by Quarkus when the service has stopped: on a signal, or because it could not start. */
    private static void end(CountDownLatch stopped, int code, @Nullable Throwable failure) {
        stopped.countDown();
        if (failure != null) {
            // Quarkus leaves the telling to us, and the log is closed by now: nobody must have to guess why it is not
            // up.
            System.err.println("The service ended because of a failure");
            failure.printStackTrace();
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
