package org.rescueline.report.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rescueline.shared.Ids;

/** What is counted off the real ledger. Every test has a day of its own, long past. */
@QuarkusTest
class TallyStoreTest {

    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final String HOTLINE = "4008809818";
    private static final String TOLL_FREE = "8008409818";

    @Inject
    TallyStore store;

    @Inject
    Pool pool;

    private LedgerRows ledger;

    @BeforeEach
    void openTheLedger() {
        ledger = new LedgerRows(pool);
    }

    @Test
    void countsNothingOnADayWithoutCalls() {
        var midnight = Instant.parse("2019-01-01T16:00:00Z");

        assertThat(count(midnight)).isEmpty();
    }

    @Test
    void countsAnsweredAbandonedAndShortlyAbandonedApart() {
        // Given
        var midnight = Instant.parse("2019-01-02T16:00:00Z");
        ledger.answered(HOTLINE, midnight.plusSeconds(10), 15, 100);
        ledger.answered(HOTLINE, midnight.plusSeconds(20), 15.1, 50);
        ledger.answered(HOTLINE, midnight.plusSeconds(30), 21, 30);
        ledger.abandoned(HOTLINE, midnight.plusSeconds(40), 5);
        ledger.abandoned(HOTLINE, midnight.plusSeconds(50), 5.1);

        // When
        var tally = CallTally.sum(count(midnight).stream().map(TallyRow::tally).toList());

        // Then
        assertThat(tally.offered()).isEqualTo(5);
        assertThat(tally.answered()).isEqualTo(3);
        assertThat(tally.abandoned()).isEqualTo(2);
        assertThat(tally.shortAbandoned()).isEqualTo(1);
        assertThat(tally.within15()).isEqualTo(1);
        assertThat(tally.within20()).isEqualTo(2);
        assertThat(tally.counted15()).isEqualTo(4);
        assertThat(tally.averageAnswerSeconds()).isEqualTo(17.0);
        assertThat(tally.averageHandleSeconds()).isEqualTo(60.0);
    }

    @Test
    void countsACallOverMidnightOnTheDayItCameIn() {
        // Given
        var midnight = Instant.parse("2019-02-03T16:00:00Z");
        ledger.answered(HOTLINE, midnight.minusSeconds(5), 10, 600);

        // When
        var today = count(midnight);
        var yesterday = count(midnight.minus(Duration.ofDays(1)));

        // Then
        assertThat(today).isEmpty();
        assertThat(yesterday).singleElement().satisfies(row -> {
            assertThat(row.halfHour()).isEqualTo(47);
            assertThat(row.tally().answered()).isEqualTo(1);
        });
    }

    @Test
    void countsACallOnceHoweverOftenItIsPassedOn() {
        // Given
        var midnight = Instant.parse("2019-01-05T16:00:00Z");
        var offered = midnight.plusSeconds(60);
        var call = ledger.answered(HOTLINE, offered, 8, 300);
        ledger.operatorLeg(call, "7301", offered, offered.plusSeconds(8), offered.plusSeconds(100));
        ledger.operatorLeg(call, "7302", offered.plusSeconds(90), offered.plusSeconds(100), offered.plusSeconds(308));

        // When
        var rows = count(midnight);

        // Then
        assertThat(rows).singleElement().satisfies(row -> {
            assertThat(row.tally().offered()).isEqualTo(1);
            assertThat(row.tally().answered()).isEqualTo(1);
            assertThat(row.tally().transfers()).isEqualTo(1);
            assertThat(row.tally().talkSeconds()).isEqualTo(300);
        });
    }

    @Test
    void countsEachTimeACallerIsPassedOnAndNotWhoIsOnlyAsked() {
        // Given
        var midnight = Instant.parse("2019-03-05T16:00:00Z");
        var passedOnTwice = ledger.answered(HOTLINE, midnight, 5, 300);
        ledger.operatorLeg(passedOnTwice, "7301", midnight, midnight.plusSeconds(5), midnight.plusSeconds(60));
        ledger.operatorLeg(passedOnTwice, "7302", midnight, midnight.plusSeconds(55), midnight.plusSeconds(120));
        ledger.operatorLeg(passedOnTwice, "7303", midnight, midnight.plusSeconds(125), midnight.plusSeconds(305));
        var askedOnly = ledger.answered(TOLL_FREE, midnight, 5, 300);
        ledger.operatorLeg(askedOnly, "7304", midnight, midnight.plusSeconds(5), midnight.plusSeconds(305));
        ledger.operatorLeg(askedOnly, "7305", midnight, midnight.plusSeconds(55), midnight.plusSeconds(120));
        var inConference = ledger.answered(TOLL_FREE, midnight, 5, 300);
        ledger.operatorLeg(inConference, "7306", midnight, midnight.plusSeconds(5), midnight.plusSeconds(305));
        ledger.operatorLeg(inConference, "7307", midnight, midnight.plusSeconds(55), midnight.plusMillis(305_100));

        // When
        var rows = count(midnight);

        // Then
        assertThat(rows)
                .extracting(row -> row.dialedNumber() + " " + row.tally().transfers())
                .containsExactlyInAnyOrder(HOTLINE + " 2", TOLL_FREE + " 0");
    }

    @Test
    void countsTalkThatIsNotOverUpToNow() {
        // Given
        var midnight = Instant.parse("2019-03-07T16:00:00Z");
        var call = ledger.talking(HOTLINE, midnight, 10);

        // When
        var tally = sum(midnight, midnight.plusSeconds(100));
        ledger.finish(call);

        // Then
        assertThat(tally.talkSeconds()).isEqualTo(90);
        assertThat(tally.handled()).isZero();
    }

    @Test
    void leavesOurOwnCallsOut() {
        // Given
        var midnight = Instant.parse("2019-01-07T16:00:00Z");
        ledger.outbound("+8613800000021", midnight.plusSeconds(60));

        assertThat(count(midnight)).isEmpty();
    }

    @Test
    void keepsNumbersAndHalfHoursApart() {
        // Given
        var midnight = Instant.parse("2019-01-09T16:00:00Z");
        ledger.answered(HOTLINE, midnight, 3, 60);
        ledger.answered(TOLL_FREE, midnight.plusSeconds(1799), 3, 60);
        ledger.answered(TOLL_FREE, midnight.plusSeconds(1800), 3, 60);

        // When
        var rows = count(midnight);

        // Then
        assertThat(rows)
                .extracting(row -> row.halfHour() + " " + row.dialedNumber())
                .containsExactlyInAnyOrder("0 " + HOTLINE, "0 " + TOLL_FREE, "1 " + TOLL_FREE);
    }

    @Test
    void countsWhoStillWaitsOnceTheThresholdHasPassed() {
        // Given
        var midnight = Instant.parse("2019-01-11T16:00:00Z");
        var call = ledger.waiting(HOTLINE, midnight.plusSeconds(100));

        // When
        var afterTenSeconds = sum(midnight, midnight.plusSeconds(110));
        var afterSeventeen = sum(midnight, midnight.plusSeconds(117));
        var afterThirty = sum(midnight, midnight.plusSeconds(130));
        ledger.finish(call);

        // Then
        assertThat(afterTenSeconds.counted15()).isZero();
        assertThat(afterSeventeen.counted15()).isEqualTo(1);
        assertThat(afterSeventeen.counted20()).isZero();
        assertThat(afterThirty.counted20()).isEqualTo(1);
    }

    @Test
    void knowsWhoWaitsNowAndSinceWhen() {
        // Given
        var number = "wait-" + Ids.next();
        var since = Instant.parse("2019-01-13T16:00:00Z");
        var first = ledger.waiting(number, since);
        var second = ledger.waiting(number, since.plusSeconds(9));

        // When
        var waiting = store.countWaiting().await().atMost(TIMEOUT).stream()
                .filter(callers -> number.equals(callers.dialedNumber()))
                .toList();
        ledger.finish(first);
        ledger.finish(second);

        // Then
        assertThat(waiting).singleElement().satisfies(callers -> {
            assertThat(callers.callers()).isEqualTo(2);
            assertThat(callers.since()).isEqualTo(since);
        });
    }

    @Test
    void prefersTheOperatorsPresentCallToAnEarlierOne() {
        // Given
        var from = Instant.parse("2019-01-15T16:00:00Z");
        var earlier = ledger.answered(HOTLINE, from.plusSeconds(10), 5, 60);
        var present = ledger.talking(HOTLINE, from.plusSeconds(300), 5);
        ledger.operatorLeg(earlier, "7311", from.plusSeconds(10), from.plusSeconds(15), from.plusSeconds(75));
        ledger.operatorLeg(present, "7311", from.plusSeconds(300), from.plusSeconds(305), null);

        // When
        var telephone = telephone(from, "7311");

        // Then
        assertThat(telephone).singleElement().satisfies(use -> {
            assertThat(use.callId()).isEqualTo(present);
            assertThat(use.answeredAt()).isEqualTo(from.plusSeconds(305));
            assertThat(use.endedAt()).isNull();
        });
    }

    private List<TallyRow.Telephone> telephone(Instant from, String extension) {
        return store.listTelephones(from).await().atMost(TIMEOUT).stream()
                .filter(use -> use.extension().equals(extension))
                .toList();
    }

    private List<TallyRow> count(Instant midnight) {
        return store.count(midnight, midnight.plus(Duration.ofDays(1))).await().atMost(TIMEOUT);
    }

    private CallTally sum(Instant midnight, Instant asOf) {
        var rows = store.count(midnight, asOf).await().atMost(TIMEOUT);
        return CallTally.sum(rows.stream().map(TallyRow::tally).toList());
    }
}
