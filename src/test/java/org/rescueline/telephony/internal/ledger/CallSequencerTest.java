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
    private static final CallKey THIRD = new CallKey("hotline", "c");

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private final SlowDatabase database = new SlowDatabase();
    private final List<CallKey> leftOut = new CopyOnWriteArrayList<>();
    private boolean givesUp;
    private boolean isOwnFault;

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

    @Test
    void writesTogetherWhatGatheredWhileTheWriterWasBusy() {
        // Given
        var sequencer = sequencer(100, 1, 2);
        sequencer.submit(FIRST, List.of(report(1)));
        sequencer.submit(SECOND, List.of(report(2)));
        sequencer.submit(FIRST, List.of(report(3)));
        sequencer.submit(THIRD, List.of(report(4)));

        // When
        database.finish(FIRST);

        // Then
        assertThat(database.underWay).containsOnlyKeys(SECOND, THIRD);
        database.finish(SECOND);
        assertThat(database.underWay).containsOnlyKeys(FIRST);
        database.finish(FIRST);
        assertThat(database.seconds(FIRST)).containsExactly(1, 3);
        assertThat(sequencer.lines()).isZero();
    }

    @Test
    void triesEachCallAloneWhenOneOfThemCannotBeWritten() {
        // Given
        var sequencer = sequencer(100, 1, 10);
        sequencer.submit(FIRST, List.of(report(1)));
        sequencer.submit(SECOND, List.of(report(2)));
        sequencer.submit(THIRD, List.of(report(3)));
        database.finish(FIRST);
        isOwnFault = true;

        // When
        database.fail(SECOND);

        // Then
        await().until(() -> !database.underWay.isEmpty());
        assertThat(database.underWay).containsOnlyKeys(SECOND);
        givesUp = true;
        database.fail(SECOND);
        assertThat(leftOut).containsExactly(SECOND);
        assertThat(database.underWay).containsOnlyKeys(THIRD);
        database.finish(THIRD);
        assertThat(database.seconds(THIRD)).containsExactly(3);
        assertThat(sequencer.waiting()).isZero();
    }

    @Test
    void staysTogetherWhenOnlyTheDatabaseWasAway() {
        // Given
        var sequencer = sequencer(100, 1, 10);
        sequencer.submit(FIRST, List.of(report(1)));
        sequencer.submit(SECOND, List.of(report(2)));
        sequencer.submit(THIRD, List.of(report(3)));
        database.finish(FIRST);

        // When
        database.fail(SECOND);

        // Then
        await().until(() -> !database.underWay.isEmpty());
        assertThat(database.underWay).containsOnlyKeys(SECOND, THIRD);
    }

    private CallSequencer sequencer(int waiting, int writers) {
        return sequencer(waiting, writers, 1);
    }

    private CallSequencer sequencer(int waiting, int writers, int together) {
        return new CallSequencer(
                new CallSequencer.Limits(waiting, writers, together, 5, 20),
                database,
                leftOut::add,
                new CallSequencer.Trouble() {
                    @Override
                    public boolean isOwnFault(Throwable cause) {
                        return isOwnFault;
                    }

                    @Override
                    public boolean givesUp(CallKey key, Throwable cause, int attempt) {
                        return givesUp;
                    }
                },
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
        public CompletionStage<Void> write(Map<CallKey, List<LegReport>> reports) {
            var outcome = new CompletableFuture<Void>();
            reports.forEach((key, waiting) -> {
                writing.put(key, List.copyOf(waiting));
                assertThat(underWay.put(key, outcome)).isNull();
            });
            return outcome;
        }

        /** Finishes the transaction in which this call is. */
        void finish(CallKey key) {
            var outcome = underWay.get(key);
            companyOf(outcome).forEach(each -> {
                var batch = writing.remove(each);
                batches.add(batch);
                var seconds = written.computeIfAbsent(each, it -> new ArrayList<>());
                batch.forEach(report -> seconds.add((int) report.at().getEpochSecond()));
                underWay.remove(each);
            });
            outcome.complete(null);
        }

        /** Lets the transaction fail in which this call is. */
        void fail(CallKey key) {
            var outcome = underWay.get(key);
            companyOf(outcome).forEach(each -> {
                writing.remove(each);
                underWay.remove(each);
            });
            outcome.completeExceptionally(new IllegalStateException("not written"));
        }

        private List<CallKey> companyOf(CompletableFuture<Void> outcome) {
            return underWay.entrySet().stream()
                    .filter(each -> each.getValue() == outcome)
                    .map(Map.Entry::getKey)
                    .toList();
        }

        List<Integer> seconds(CallKey key) {
            return written.get(key);
        }
    }
}
