package org.rescueline.report.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.rescueline.security.Role;
import org.rescueline.testkit.SignIn;

@QuarkusTest
class CallReportTest {

    @Test
    void printsTheDefinitionBesideEachFigureInBothLanguages() {
        // When
        var report = today();

        // Then
        for (var figure : List.of(
                "offered",
                "answered",
                "abandoned",
                "shortAbandoned",
                "serviceLevel",
                "transfers",
                "talkSeconds",
                "waiting")) {
            assertThat(report.<Object>get(figure)).as(figure).isNotNull();
            assertThat(report.getString("definitions." + figure + ".zh"))
                    .as(figure)
                    .containsPattern("\\p{IsHan}");
            assertThat(report.getString("definitions." + figure + ".en"))
                    .as(figure)
                    .doesNotContain("report.");
        }
        assertThat(report.getString("definitions.serviceLevel.en")).contains("within 5 s");
    }

    @Test
    void addsUpTheSameInEveryTable() {
        // When
        var report = today();

        // Then
        assertThat(sum(report, "perDialedNumber.offered")).isEqualTo(report.getLong("offered"));
        assertThat(sum(report, "halfHours.offered")).isEqualTo(report.getLong("offered"));
        assertThat(sum(report, "perDialedNumber.answered")).isEqualTo(report.getLong("answered"));
        assertThat(sum(report, "perDialedNumber.waiting")).isEqualTo(report.getLong("waiting"));
        assertThat(report.getList("halfHours.finished", Boolean.class)).endsWith(false);
    }

    @Test
    void namesTheTwoThresholdsWithTheirTargets() {
        // When
        var report =
                SignIn.as(Role.OPERATOR).get("/api/v1/reports/calls/summary").jsonPath();

        // Then
        assertThat(report.getList("serviceLevel.thresholdSeconds", Integer.class))
                .containsExactly(15, 20);
        assertThat(report.getList("serviceLevel.targetPercent", Double.class)).containsExactly(90.0, 95.0);
    }

    @Test
    void listsTheOperatorsWhoAreSignedIn() {
        // Given
        SignIn.at("7201", Role.OPERATOR).get("/api/v1/session").then().statusCode(200);

        // When
        var report = today();

        // Then
        assertThat(report.getString("operators.find { it.extension == '7201' }.state"))
                .isEqualTo("FREE");
    }

    private static JsonPath today() {
        return SignIn.as(Role.SUPERVISOR)
                .get("/api/v1/reports/calls/today")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static long sum(JsonPath report, String path) {
        return report.getList(path, Long.class).stream()
                .mapToLong(Long::longValue)
                .sum();
    }
}
