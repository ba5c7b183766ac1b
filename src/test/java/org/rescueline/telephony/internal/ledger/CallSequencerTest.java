package org.rescueline.telephony.internal.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.rescueline.telephony.internal.fold.LegReport;
import org.rescueline.telephony.internal.fold.Moment;

class CallSequencerTest {

    private static final CallKey FIRST = new CallKey("hotline", "a");
    private static final CallKey SECOND = new CallKey("hotline", "b");

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private final SlowDatabase database = new SlowDatabase();
    private final List<CallKey> leftOut = new CopyOnWriteArrayList<>();
    private boolean givesUp;

    @AfterEach
    void stopTimer() {
        timer.shutdownNow();
    }

    @Test
    void keepsTheOrderWithinACallWhileOthersGoOn() {
        // Given
        var sequencer = sequencer(100, 8);
        sequencer.submit(FIRST, List.of(report(1)));
        sequencer.submit(FIRST, List.of(report(2)));
        sequencer.submit(FIRST, List.of(report(3)));

        // When
        sequencer.submit(SECOND, List.of(report(4)));

        // Then
        assertThat(database.underWay).containsOnlyKeys(FIRST, SECOND);
        database.finish(FIRST);
        database.finish(FIRST);
        database.finish(SECOND);
        assertThat(database.seconds(FIRST)).containsExactly(1, 2, 3);
        assertThat(database.batches).hasSize(3);
        assertThat(sequencer.waiting()).isZero();
        assertThat(sequencer.lines()).isZero();
    }

    @Test
    void writesNoMoreCallsAtOnceThanAllowed() {
        // Given
        var sequencer = sequencer(100, 1);
        sequencer.submit(FIRST, List.of(report(1)));

        // When
        sequencer.submit(SECOND, List.of(report(2)));

        // Then
        assertThat(database.underWay).containsOnlyKeys(FIRST);
        database.finish(FIRST);
        assertThat(database.underWay).containsOnlyKeys(SECOND);
    }

    @Test
    void triesAgainInOrderUntilTheDatabaseIsBack() {
        // Given
        var sequencer = sequencer(100, 8);
        sequencer.submit(FIRST, List.of(report(1)));
        database.fail(FIRST);
        sequencer.submit(FIRST, List.of(report(2)));

        // When
        await().until(() -> database.underWay.containsKey(FIRST));
        database.finish(FIRST);

        // Then
        assertThat(database.seconds(FIRST)).containsExactly(1, 2);
        assertThat(sequencer.waiting()).isZero();
    }

    @Test
    void leavesOutWhatDoesNotFitAndSaysSo() {
        // Given
        var sequencer = sequencer(2, 8);
        sequencer.submit(FIRST, List.of(report(1)));
        sequencer.submit(FIRST, List.of(report(2)));

        // When
        sequencer.submit(SECOND, List.of(report(3)));

        // Then
        assertThat(leftOut).containsExactly(SECOND);
        assertThat(sequencer.waiting()).isEqualTo(2);
    }

    @Test
    void doesNotLetAPoisonedBatchHoldUpItsCall() {
        // Given
        var sequencer = sequencer(100, 8);
        givesUp = true;
        sequencer.submit(FIRST, List.of(report(1)));
        sequencer.submit(FIRST, List.of(report(2)));

        // When
        database.fail(FIRST);

        // Then
        assertThat(leftOut).containsExactly(FIRST);
        database.finish(FIRST);
        assertThat(database.seconds(FIRST)).containsExactly(2);
        assertThat(sequencer.waiting()).isZero();
    }

    private CallSequencer sequencer(int waiting, int writers) {
        return new CallSequencer(
                new CallSequencer.Limits(waiting, writers, 5, 20),
                database,
                leftOut::add,
                (key, cause, attempt) -> givesUp,
                timer);
    }

    private static LegReport report(int second) {
        return LegReport.live("a", "a", "PJSIP/hotline-trunk-1", Moment.SEEN, Instant.ofEpochSecond(second));
    }

    /** Finishes a write when the test says so. */
    private static final class SlowDatabase implements CallSequencer.Writer {

        private final Map<CallKey, CompletableFuture<Void>> underWay =
                Collections.synchronizedMap(new LinkedHashMap<>());
        private final Map<CallKey, List<LegReport>> writing = new LinkedHashMap<>();
        private final Map<CallKey, List<Integer>> written = new LinkedHashMap<>();
        private final List<List<LegReport>> batches = new ArrayList<>();

        @Override
        public CompletionStage<Void> write(CallKey key, List<LegReport> reports) {
            var outcome = new CompletableFuture<Void>();
            assertThat(underWay.put(key, outcome)).isNull();
            writing.put(key, List.copyOf(reports));
            return outcome;
        }

        void finish(CallKey key) {
            var batch = writing.remove(key);
            batches.add(batch);
            var seconds = written.computeIfAbsent(key, it -> new ArrayList<>());
            batch.forEach(report -> seconds.add((int) report.at().getEpochSecond()));
            underWay.remove(key).complete(null);
        }

        void fail(CallKey key) {
            writing.remove(key);
            underWay.remove(key).completeExceptionally(new IllegalStateException("database away"));
        }

        List<Integer> seconds(CallKey key) {
            return written.get(key);
        }
    }
}
