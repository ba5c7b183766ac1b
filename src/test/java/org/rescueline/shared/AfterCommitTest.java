package org.rescueline.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

@QuarkusTest
class AfterCommitTest {

    @Inject
    ReactiveBridge bridge;

    private final List<String> happened = new CopyOnWriteArrayList<>();

    @Test
    void followsTheCommitAndNotTheStatement() throws Exception {
        // When
        inTransaction(() -> AfterCommit.run(() -> happened.add("after the commit"))
                .invoke(() -> happened.add("inside the transaction")));

        // Then
        assertThat(happened).containsExactly("inside the transaction", "after the commit");
    }

    @Test
    void doesNothingWhenTheTransactionRollsBack() {
        // When
        assertThatThrownBy(() -> inTransaction(() -> AfterCommit.run(() -> happened.add("after the commit"))
                        .chain(() -> Uni.createFrom().failure(new IllegalStateException("changed my mind")))))
                .hasRootCauseMessage("changed my mind");

        // Then
        assertThat(happened).isEmpty();
    }

    @Test
    void letsTheCommitStandWhenWhatFollowsFails() throws Exception {
        // When
        inTransaction(() -> AfterCommit.run(() -> {
                    throw new IllegalStateException("the telephone is broken");
                })
                .chain(() -> AfterCommit.run(() -> happened.add("the next one"))));

        // Then
        assertThat(happened).containsExactly("the next one");
    }

    private <T> void inTransaction(Supplier<Uni<T>> work) throws Exception {
        bridge.run("test-after-commit", Duration.ofSeconds(20), () -> Panache.withTransaction(work))
                .toCompletableFuture()
                .get(20, TimeUnit.SECONDS);
    }
}
