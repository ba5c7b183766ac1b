package org.rescueline.shared.web;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class ProblemMapperTest {

    private static final String GOOD = "{\"what\":\"tyre\",\"howMany\":2,\"number\":\"138-0000-0021\"}";

    @Test
    void readsAndWritesValuesInTheirOneForm() {
        given().contentType(ContentType.JSON)
                .body(GOOD)
                .post("/test-only/problems")
                .then()
                .statusCode(200)
                .body("number", equalTo("+8613800000021"));
    }

    @Test
    void namesTheFieldInTheCallersLanguage() {
        problem("en", "/test-only/problems/list?size=1000", 400)
                .body("kind", equalTo("INVALID"))
                .body("code", equalTo("shared.size-out-of-range"))
                .body("type", equalTo("urn:rescueline:problem:shared.size-out-of-range"))
                .body("title", equalTo("Invalid request"))
                .body("detail", equalTo("The page size must be between 1 and 200."))
                .body("status", equalTo(400))
                .body("fields.field", contains("size"))
                .body("fields.message", contains("The page size must be between 1 and 200."))
                .body("traceId", matchesPattern("[0-9a-f]{32}"))
                .body("$", not(hasKey("current")));
        problem(null, "/test-only/problems/list?size=1000", 400)
                .header("Content-Language", "zh")
                .body("detail", equalTo("每页条数须在 1 到 200 之间。"));
    }

    @Test
    void showsTheNewerVersionOfAStaleEdit() {
        problem("zh", "/test-only/problems/stale", 412)
                .body("kind", equalTo("STALE"))
                .body("current.version", equalTo(8));
    }

    @Test
    void keepsTheInternalsOfABugToItself() {
        problem("en", "/test-only/problems/bug", 500)
                .body("kind", equalTo("BUG"))
                .body("fields", empty())
                .body(not(containsString("secret")))
                .body(not(containsString("Internals")));
    }

    @Test
    void saysThatTheDatabaseIsAwayWithoutSayingWhereItIs() {
        problem("en", "/test-only/problems/database-away", 503)
                .body("kind", equalTo("UPSTREAM"))
                .body("code", equalTo("shared.database-away"))
                .body(not(containsString("5432")));
    }

    @Test
    void takesOverTheTraceOfTheCaller() {
        given().header("traceparent", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01")
                .get("/test-only/problems/stale")
                .then()
                .body("traceId", equalTo("4bf92f3577b34da6a3ce929d0e0e4736"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"what\":\"tyre\",\"howMany\":2,\"nmber\":\"1\"}                  | shared.field-unknown        | nmber",
                "{\"what\":\"tyre\",\"howMany\":\"many\"}                           | shared.field-value-invalid  | howMany",
                "{\"what\":\"tyre\",\"howMany\":2,\"number\":\"12345\"}             | shared.phone-number-invalid | number",
                "{\"what\":\"tyre\",\"howMany\":2,\"number\":\"1\\r\\nAction: x\"}  | shared.phone-number-invalid | number",
                "{\"what\":\"tyre\",\"howMany\":0,\"number\":\"13800000021\"}       | shared.value-invalid        | howMany",
            })
    void namesTheFieldOfABodyThatDoesNotFit(String body, String code, String field) {
        refused(body).body("code", equalTo(code)).body("fields.field", contains(field));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"{\"what\":", "{]", "not json", "{\"what\":\"a\",\"howMany\":1} trailing"})
    void saysWhereJsonIsBroken(String body) {
        refused(body).body("code", equalTo("shared.json-malformed")).body("detail", containsString("line 1"));
    }

    @Test
    void namesEveryFieldThatAConstraintRefusesInTheCallersLanguage() {
        refused("{\"what\":\" \",\"howMany\":0,\"number\":\"13800000021\"}")
                .body("fields.field", containsInAnyOrder("what", "howMany"))
                .body("fields.find { it.field == 'what' }.message", equalTo("must not be blank"));
        given().contentType(ContentType.JSON)
                .header("Accept-Language", "zh-CN")
                .body("{\"what\":\" \",\"howMany\":1,\"number\":\"13800000021\"}")
                .post("/test-only/problems")
                .then()
                .body("fields[0].message", equalTo("不得为空白"));
    }

    @Test
    void answersWhatTheFrameworkRefusesInTheSameForm() {
        given().header("Accept-Language", "en")
                .delete("/test-only/problems")
                .then()
                .statusCode(405)
                .contentType("application/problem+json")
                .body("code", equalTo("shared.http-405"));
        given().header("Accept-Language", "en")
                .contentType(ContentType.TEXT)
                .body("x")
                .post("/test-only/problems")
                .then()
                .statusCode(415)
                .body("code", equalTo("shared.http-415"));
    }

    private static ValidatableResponse problem(String language, String path, int status) {
        var request = given();
        if (language != null) {
            request.header("Accept-Language", language);
        }
        return request.get(path).then().statusCode(status).contentType("application/problem+json");
    }

    private static ValidatableResponse refused(String body) {
        return given().contentType(ContentType.JSON)
                .header("Accept-Language", "en")
                .body(body)
                .post("/test-only/problems")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("kind", equalTo("INVALID"));
    }
}
