package org.rescueline.rescue.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.rescueline.geo.WgsPoint;
import org.rescueline.rescue.Assign;
import org.rescueline.rescue.RescueJobView;
import org.rescueline.rescue.RescueStage;
import org.rescueline.shared.Actor;
import org.rescueline.shared.Failure;
import org.rescueline.shared.Ids;
import org.rescueline.shared.Provenance;
import org.rescueline.station.Ranking;
import org.rescueline.station.Reason;
import org.rescueline.station.StationSummary;

class JudgesChoiceTest {

    private static final Instant NOW = Instant.parse("2026-01-14T02:14:07Z");
    private static final UUID FIRST = Ids.next();
    private static final UUID SECOND = Ids.next();
    private static final UUID EXCLUDED = Ids.next();

    private final Ranking shown = new Ranking(
            Ids.next(),
            new WgsPoint(34.5, 109.5),
            Set.of(),
            NOW,
            Ranking.EtaMethod.STRAIGHT_LINE_ESTIMATE,
            List.of(candidate(1, FIRST), candidate(2, SECOND)),
            List.of(new Ranking.Excluded(
                    summary(EXCLUDED),
                    900,
                    List.of(new Reason(Reason.Sign.AGAINST, Reason.Code.NOT_ACTIVE, Map.of())))));

    @Test
    void takesAListedStationWithoutAWord() {
        // When
        var choice = JudgesChoice.judge(job(RescueStage.PENDING, null), shown, choose(SECOND, null, null));

        // Then
        assertThat(choice.candidate().orElseThrow().rank()).isEqualTo(2);
        assertThat(choice.reason()).isNull();
    }

    @Test
    void wantsAReasonForAStationTheListLeavesOut() {
        // When
        var refused = catchThrowableOfType(
                Failure.class,
                () -> JudgesChoice.judge(job(RescueStage.PENDING, null), shown, choose(EXCLUDED, "  ", null)));
        var taken = JudgesChoice.judge(job(RescueStage.PENDING, null), shown, choose(EXCLUDED, " 站长已确认可以出车 ", null));

        // Then
        assertThat(refused.code()).isEqualTo("rescue.override-reason-missing");
        assertThat(taken.candidate()).isEmpty();
        assertThat(taken.reason()).isEqualTo("站长已确认可以出车");
    }

    @Test
    void wantsAReasonForAStationThatWasNotOnTheScreenAtAll() {
        // When
        var refused = catchThrowableOfType(
                Failure.class,
                () -> JudgesChoice.judge(job(RescueStage.PENDING, null), shown, choose(Ids.next(), null, null)));

        // Then
        assertThat(refused.code()).isEqualTo("rescue.override-reason-missing");
    }

    @ParameterizedTest
    @EnumSource(names = {"ACCEPTED", "DEPARTED", "ARRIVED", "REPAIRING", "SECOND_TRIP", "COMPLETED"})
    void wantsAReasonForTakingTheJobFromAStationThatSaidYes(RescueStage stage) {
        // When
        var refused = catchThrowableOfType(
                Failure.class, () -> JudgesChoice.judge(job(stage, FIRST), shown, choose(SECOND, null, null)));
        var taken = JudgesChoice.judge(job(stage, FIRST), shown, choose(SECOND, null, "救援车抛锚"));

        // Then
        assertThat(refused.code()).isEqualTo("rescue.reassign-reason-missing");
        assertThat(taken.reason()).isEqualTo("救援车抛锚");
    }

    @ParameterizedTest
    @EnumSource(names = {"PENDING", "OFFERED", "DECLINED", "UNANSWERED"})
    void needsNoReasonWhileNobodyHasSaidYes(RescueStage stage) {
        // When
        var taken = JudgesChoice.judge(job(stage, FIRST), shown, choose(SECOND, null, null));

        // Then
        assertThat(taken.candidate()).isPresent();
    }

    @Test
    void doesNotAskTheStationThatHasTheJobInHand() {
        // When
        var refused = catchThrowableOfType(
                Failure.class,
                () -> JudgesChoice.judge(job(RescueStage.OFFERED, FIRST), shown, choose(FIRST, null, null)));

        // Then
        assertThat(refused.code()).isEqualTo("rescue.same-station");
    }

    @Test
    void asksAStationThatDidNotAnswerOnceMore() {
        // When
        var taken = JudgesChoice.judge(job(RescueStage.UNANSWERED, FIRST), shown, choose(FIRST, null, null));

        // Then
        assertThat(taken.candidate().orElseThrow().rank()).isEqualTo(1);
    }

    private Assign choose(UUID station, String overrideReason, String reassignReason) {
        return new Assign(station, shown.id(), overrideReason, reassignReason);
    }

    private static JobEntity job(RescueStage stage, UUID station) {
        var facts = new CaseFacts(
                Ids.next(),
                "EV-260114-0032",
                null,
                null,
                new RescueJobView.Place(34.5, 109.5, null, Provenance.MEASURED),
                Set.of());
        var job = new JobEntity(Ids.next(), "RJ-260114-0007", facts, Actor.SYSTEM, NOW);
        if (station != null) {
            job.choose(station, "NW", 30_000.0, Ids.next(), Actor.SYSTEM);
        }
        job.enter(stage, NOW);
        return job;
    }

    private static Ranking.Candidate candidate(int rank, UUID station) {
        return new Ranking.Candidate(rank, summary(station), rank * 1_000, 10, 20, 0, 2, List.of());
    }

    private static StationSummary summary(UUID id) {
        return new StationSummary(id, "S", "演示站", "演示办事处", 34.5, 109.5, "+869135550123");
    }
}
