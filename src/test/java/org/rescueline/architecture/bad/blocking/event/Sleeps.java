package org.rescueline.architecture.bad.blocking.event;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;

/** Waits in every way there is. */
class Sleeps {

    void everywhere(
            Future<String> future,
            CompletableFuture<String> promise,
            CountDownLatch latch,
            BlockingQueue<String> queue,
            Uni<String> uni)
            throws Exception {
        Thread.sleep(1);
        future.get();
        promise.join();
        latch.await();
        queue.take();
        uni.await().atMost(Duration.ofSeconds(1));
    }

    void allowedAtTheStart(StartupEvent started, Uni<String> uni) {
        uni.await().atMost(Duration.ofSeconds(1));
    }

    void forEverEvenAtTheStart(StartupEvent started, Uni<String> uni) {
        uni.await().indefinitely();
    }
}
