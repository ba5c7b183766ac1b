package org.rescueline.telephony.internal.fold;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import org.rescueline.telephony.internal.ami.CapturedReports;
import org.rescueline.telephony.internal.cel.CapturedRecord;
import org.rescueline.telephony.manager.CapturedCase;

/** Laws of folding, checked on what a real Asterisk 22 told. */
class FoldingLawsTest {

    @Provide
    Arbitrary<CapturedCase> cases() {
        return Arbitraries.of(CapturedCase.all());
    }

    /** AMI events come late, twice and out of order within a millisecond. */
    @Property(tries = 300)
    void orderAndRepetitionOfNewsDoNotMatter(@ForAll("cases") CapturedCase captured, @ForAll long seed) {
        // Given
        var told = CapturedReports.of(captured);
        var mixed = new ArrayList<>(told);
        var random = new Random(seed);
        told.forEach(report -> {
            if (random.nextInt(3) == 0) {
                mixed.add(report);
            }
        });
        Collections.shuffle(mixed, random);

        // When
        var story = Stories.of(mixed, captured.purpose());

        // Then
        assertThat(story).isEqualTo(Stories.of(told, captured.purpose()));
    }

    /** After a gap everything is read again. */
    @Property(tries = 100)
    void theRecordAddsNothingToACallThatWasToldWhole(@ForAll("cases") CapturedCase captured, @ForAll long seed) {
        // Given
        var legs = Stories.legs(CapturedReports.of(captured));
        var record = new ArrayList<>(CapturedRecord.of(captured));
        Collections.shuffle(record, new Random(seed));

        // When
        Map<String, Leg> mended = new HashMap<>(legs);
        Stories.learn(mended, record);

        // Then
        assertThat(mended).isEqualTo(legs);
    }

    /** The connection was cut anywhere, for any time. */
    @Property(tries = 300)
    void theRecordMendsWhateverNewsWasLost(@ForAll("cases") CapturedCase captured, @ForAll long seed) {
        // Given
        var random = new Random(seed);
        var kept = CapturedReports.of(captured).stream()
                .filter(report -> random.nextBoolean())
                .toList();
        var legs = new HashMap<>(Stories.legs(kept));

        // When
        Stories.learn(legs, CapturedRecord.of(captured));

        // Then
        var whole = Stories.of(CapturedReports.of(captured), captured.purpose());
        var mended = Stories.tell(legs, captured.purpose());
        assertThat(mended.keySet()).isEqualTo(whole.keySet());
        whole.forEach((linkedid, story) -> assertSameCall(mended.get(linkedid), story));
    }

    /**
     * Everything at once: the news of several calls run together, some of it is lost, some comes twice, all of it in any
     * order; the record is read in the midst of it, and once more afterwards.
     */
    @Property(tries = 300)
    void anyInterleavingRepetitionAndLossEndsInTheSameLedgerOnceItIsReconciled(
            @ForAll @Size(min = 1, max = 4) Set<@From("inboundCases") CapturedCase> calls, @ForAll long seed) {
        // Given
        var random = new Random(seed);
        var news = new ArrayList<LegReport>();
        var record = new ArrayList<LegReport>();
        for (var captured : calls) {
            CapturedReports.of(captured).stream()
                    .filter(report -> random.nextInt(3) > 0)
                    .forEach(report -> news.addAll(Collections.nCopies(1 + random.nextInt(2), report)));
            record.addAll(CapturedRecord.of(captured));
        }
        Collections.shuffle(news, random);
        int gap = random.nextInt(news.size() + 1);

        // When
        var legs = new HashMap<>(Stories.legs(news.subList(0, gap)));
        Collections.shuffle(record, random);
        Stories.learn(legs, record);
        Stories.learn(legs, news.subList(gap, news.size()));
        Stories.learn(legs, record);

        // Then
        var ledger = Stories.tell(legs, null);
        for (var captured : calls) {
            var whole = Stories.of(CapturedReports.of(captured), null);
            whole.forEach((linkedid, story) -> assertSameCall(ledger.get(linkedid), story));
        }
        assertThat(ledger)
                .hasSize(calls.stream()
                        .mapToInt(captured ->
                                Stories.of(CapturedReports.of(captured), null).size())
                        .sum());
    }

    @Provide
    Arbitrary<CapturedCase> inboundCases() {
        return Arbitraries.of(CapturedCase.all().stream()
                .filter(captured -> captured.purpose() == null)
                .toList());
    }

    /** The same happening, live and recorded, differs by some milliseconds; ringing is in no record. */
    private static void assertSameCall(CallStory mended, CallStory whole) {
        assertThat(mended.state()).isEqualTo(whole.state());
        assertThat(mended.direction()).isEqualTo(whole.direction());
        assertThat(mended.callerNumber()).isEqualTo(whole.callerNumber());
        assertThat(mended.dialedNumber()).isEqualTo(whole.dialedNumber());
        assertThat(mended.operatorExtension()).isEqualTo(whole.operatorExtension());
        assertClose(mended.offeredAt(), whole.offeredAt());
        assertClose(mended.queuedAt(), whole.queuedAt());
        assertClose(mended.answeredAt(), whole.answeredAt());
        assertClose(mended.endedAt(), whole.endedAt());
        assertThat(parts(mended)).isEqualTo(parts(whole));
    }

    private static List<String> parts(CallStory story) {
        return story.legs().stream()
                .map(leg -> leg.leg().uniqueid() + " " + leg.role())
                .sorted()
                .toList();
    }

    private static void assertClose(Instant told, Instant expected) {
        if (expected == null) {
            assertThat(told).isNull();
            return;
        }
        assertThat(told).isBetween(expected.minus(Leg.SAME_HAPPENING), expected.plus(Leg.SAME_HAPPENING));
    }
}
