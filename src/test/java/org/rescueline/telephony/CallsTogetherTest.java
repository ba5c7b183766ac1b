package org.rescueline.telephony;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.rescueline.telephony.internal.ami.CapturedReports;
import org.rescueline.telephony.internal.fold.LegReport;
import org.rescueline.telephony.internal.ledger.CallKey;
import org.rescueline.telephony.internal.ledger.CallLedger;
import org.rescueline.telephony.manager.CapturedCase;

/** However the news of all captured calls is shared out among transactions, the ledger ends the same. */
@QuarkusTest
@TestProfile(TelephonyProfile.class)
class CallsTogetherTest {

    private static final int LARGEST = 120;

    @Inject
    CallLedger ledger;

    @Inject
    ToldFacts told;

    @Inject
    Pool pool;

    private final List<LegReport> reports = CapturedCase.all().stream()
            .flatMap(captured -> CapturedReports.of(captured).stream())
            .toList();

    @Test
    void endsTheSameHoweverTheNewsIsSharedOut() {
        // Given
        var inOrder = switchName();
        write(inOrder, reports);
        var random = new Random(9818);
        var shuffled = new ArrayList<>(reports);
        Collections.shuffle(shuffled, random);
        var sharedOut = switchName();

        // When
        for (int from = 0; from < shuffled.size(); ) {
            int to = Math.min(shuffled.size(), from + 1 + random.nextInt(LARGEST));
            write(sharedOut, shuffled.subList(from, to));
            from = to;
        }

        // Then
        assertThat(callsOf(inOrder)).hasSizeGreaterThan(30);
        assertThat(callsOf(sharedOut)).isEqualTo(callsOf(inOrder));
        assertThat(legsOf(sharedOut)).isEqualTo(legsOf(inOrder));
    }

    @Test
    void changesAndTellsNothingWhenAllOfItIsToldAgain() {
        // Given
        var pbx = switchName();
        write(pbx, reports);
        var versions = versionsOf(pbx);

        // When
        write(pbx, reports);

        // Then
        assertThat(versionsOf(pbx)).isEqualTo(versions);
        var another = switchName();
        write(another, reports.subList(0, 1));
        await().atMost(Ledgers.PATIENCE).until(() -> changesOf(another) == 1);
        assertThat(changesOf(pbx)).isEqualTo(versions.size());
    }

    private long changesOf(String pbx) {
        return told.published(CallChanged.class).stream()
                .filter(changed -> changed.call().pbx().equals(pbx))
                .count();
    }

    private void write(String pbx, List<LegReport> news) {
        Map<CallKey, List<LegReport>> byCall = new LinkedHashMap<>();
        news.forEach(report -> byCall.computeIfAbsent(new CallKey(pbx, report.linkedid()), key -> new ArrayList<>())
                .add(report));
        Ledgers.get(() -> ledger.write(byCall));
    }

    private List<String> callsOf(String pbx) {
        return rows(
                pbx,
                "select linkedid, direction, state, caller_number, dialed_number, offered_at, queued_at, ringing_at,"
                        + " answered_at, ended_at, abandoned_at, operator_extension, hangup_cause from call where pbx = $1"
                        + " order by linkedid");
    }

    private List<String> legsOf(String pbx) {
        return rows(
                pbx,
                "select l.uniqueid, c.linkedid as of_call, l.linkedid, l.channel, l.role, l.extension, l.created_at,"
                        + " l.queued_at, l.ringing_at, l.answered_at, l.bridged_at, l.ended_at, l.hangup_cause"
                        + " from call_leg l join call c on c.id = l.call_id where l.pbx = $1 order by l.uniqueid");
    }

    private List<String> versionsOf(String pbx) {
        return rows(pbx, "select linkedid, version from call where pbx = $1 order by linkedid");
    }

    private List<String> rows(String pbx, String sql) {
        return pool.preparedQuery(sql).execute(Tuple.of(pbx)).await().atMost(Ledgers.PATIENCE).stream()
                .map(CallsTogetherTest::text)
                .toList();
    }

    private static String text(Row row) {
        return row.toJson().encode();
    }

    private static String switchName() {
        return "together-" + UUID.randomUUID();
    }
}
