package org.rescueline.console.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.rescueline.security.Role;
import org.rescueline.testkit.SignIn;

@QuarkusTest
class PageHeadersTest {

    @Test
    void tellsTheBrowserWhatToEnforceOnEveryAnswer() {
        // When
        var answer = given().get("/q/health/live");

        // Then
        assertThat(answer.header("Content-Security-Policy"))
                .contains("default-src 'self'", "frame-ancestors 'none'", "worker-src 'self' blob:")
                .contains("script-src 'self';");
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.header("X-Frame-Options")).isEqualTo("DENY");
        assertThat(answer.header("Strict-Transport-Security"))
                .as("over plain HTTP")
                .isNull();
    }

    @Test
    void keepsPersonalDataOutOfCaches() {
        assertThat(SignIn.as(Role.OPERATOR).get("/api/v1/session").header("Cache-Control"))
                .isEqualTo("no-store");
    }

    @Test
    void keepsForGoodWhatIsNamedByItsContentAndAsksAgainForThePageItself() {
        assertThat(PageHeaders.keepFor("/assets/index-4f2a.js", 200)).contains("immutable");
        assertThat(PageHeaders.keepFor("/assets/index-4f2a.js", 304)).contains("immutable");
        assertThat(PageHeaders.keepFor("/base-map/land.json", 200)).isEqualTo("public, max-age=86400");
        assertThat(PageHeaders.keepFor("/", 200)).isEqualTo("no-cache");
        assertThat(PageHeaders.keepFor("/appearance.js", 200)).isEqualTo("no-cache");
    }

    @Test
    void neverKeepsAFileThatIsMissing() {
        // When
        var answer = given().get("/assets/gone.js");

        // Then
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.header("Cache-Control")).isEqualTo("no-cache");
    }

    @Test
    void packsAnswersForThoseWhoCanUnpackThem() {
        // When
        var answer = given().header("Accept-Encoding", "gzip").get("/q/openapi?format=json");

        // Then
        assertThat(answer.header("Content-Encoding")).isEqualTo("gzip");
    }

    @Test
    void showsHealthToEverybodyAndMetricsToThisMachineOnly() {
        given().get("/q/health").then().statusCode(200);
        given().get("/q/metrics").then().statusCode(200);
        given().header("X-Forwarded-For", "203.0.113.7")
                .get("/q/metrics")
                .then()
                .statusCode(401);
        SignIn.as(Role.OPERATOR)
                .header("X-Forwarded-For", "203.0.113.7")
                .get("/q/metrics")
                .then()
                .statusCode(403);
        SignIn.as(Role.ADMIN)
                .header("X-Forwarded-For", "203.0.113.7")
                .get("/q/metrics")
                .then()
                .statusCode(200);
    }

    @Test
    void closesWhateverElseAppearsBelowQ() {
        given().get("/q/dev").then().statusCode(401);
        SignIn.as(Role.ADMIN).get("/q/swagger-ui").then().statusCode(403);
    }

    @Test
    void tellsThePageItsSettings() {
        // When
        var settings = SignIn.as(Role.OPERATOR).get("/api/v1/console/settings").jsonPath();

        // Then
        assertThat(settings.getBoolean("demo")).isFalse();
        assertThat(settings.getString("zone")).isEqualTo("Asia/Shanghai");
        assertThat(settings.getList("hotlines.number")).containsExactly("4008809818", "8008409818");
        assertThat(settings.getMap("$")).containsKey("tileUrl").containsKey("attribution");
    }
}
