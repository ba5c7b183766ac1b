package org.rescueline.security;

import static io.restassured.RestAssured.given;
import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.arc.Arc;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rescueline.testkit.SignIn;

/** Every endpoint there is, called by every role there is. */
@QuarkusTest
class RoleMatrixTest {

    private static final String NOBODY = "nobody";

    private RoleMatrix matrix;
    private JsonPath api;

    @BeforeEach
    void readTheTableAndTheDescription() throws IOException {
        matrix = RoleMatrix.read();
        api = SignIn.as(Role.ADMIN)
                .queryParam("format", "JSON")
                .get("/q/openapi")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    @Test
    void namesEveryEndpointAndNoneThatIsGone() {
        // When
        var real = realEndpoints();

        // Then
        assertThat(real).as("the application has resources").isNotEmpty();
        assertThat(matrix.endpoints()).containsExactlyInAnyOrderElementsOf(real);
    }

    @Test
    void namesOnlyRolesThereAre() {
        var known = new TreeSet<>(Set.of(RoleMatrix.EVERYONE));
        Stream.of(Role.values()).map(Role::name).forEach(known::add);

        assertThat(known).containsAll(matrix.words());
    }

    @Test
    void describesEveryEndpointInTheApi() {
        // When
        Map<String, Map<String, Object>> paths = api.getMap("paths");

        // Then
        assertThat(matrix.endpoints()).allSatisfy(endpoint -> assertThat(paths)
                .hasEntrySatisfying(endpoint.path(), methods -> assertThat(methods)
                        .containsKey(endpoint.method().toLowerCase(Locale.ROOT))));
    }

    @Test
    void letsInWhomTheTableNamesAndNobodyElse() {
        // Given
        var callers = callers();
        var wrong = new ArrayList<String>();

        // When
        for (var endpoint : matrix.endpoints()) {
            callers.forEach((role, caller) -> {
                var answer = call(endpoint, caller.get());
                var expected = expected(endpoint, role);
                if (!expected.fits(answer)) {
                    wrong.add("%s as %s: %s expected, but %d %s"
                            .formatted(endpoint, role, expected, answer.statusCode(), answer.asString()));
                }
            });
        }

        // Then
        assertThat(wrong).isEmpty();
    }

    private Expected expected(Endpoint endpoint, String role) {
        if (matrix.admits(endpoint, role)) {
            return Expected.ALLOWED;
        }
        return role.equals(NOBODY) ? Expected.UNAUTHENTICATED : Expected.DENIED;
    }

    /** An id nobody has and a body without any field: whoever is let in finds nothing, and nothing changes. */
    private Response call(Endpoint endpoint, RequestSpecification request) {
        var path = endpoint.path().replaceAll("\\{[^}]+}", UUID.randomUUID().toString());
        if (!Set.of("GET", "DELETE").contains(endpoint.method())) {
            var type = contentType(endpoint);
            // A file is sent as bytes: REST Assured writes no text as application/octet-stream.
            request.contentType(type);
            request = type.equals(MediaType.APPLICATION_OCTET_STREAM)
                    ? request.body("{}".getBytes(StandardCharsets.UTF_8))
                    : request.body("{}");
        }
        return request.request(endpoint.method(), path);
    }

    /** What the endpoint takes; a body in another format is turned away before anybody asks for the role. */
    private String contentType(Endpoint endpoint) {
        var body = "paths.'%s'.%s.requestBody.content"
                .formatted(endpoint.path(), endpoint.method().toLowerCase(Locale.ROOT));
        Map<String, Object> formats = api.getMap(body);
        return formats == null
                ? "application/json"
                : formats.keySet().iterator().next();
    }

    /**
     * A fresh session for each call of a person, since signing out is among the calls. {@code STATION} has no credentials
     * yet, so nobody can come with it.
     */
    private static Map<String, Supplier<RequestSpecification>> callers() {
        var callers = new LinkedHashMap<String, Supplier<RequestSpecification>>();
        callers.put(NOBODY, () -> given());
        for (var role : List.of(Role.OPERATOR, Role.DISPATCHER, Role.SUPERVISOR, Role.ADMIN)) {
            var session = new KeptSession(role);
            callers.put(role.name(), session::request);
        }
        for (var role : List.of(Role.FEED, Role.MONITOR)) {
            var key = keyFor(role);
            callers.put(role.name(), () -> given().header("Authorization", "Bearer " + key));
        }
        return callers;
    }

    private static String keyFor(Role role) {
        return SignIn.as(Role.ADMIN)
                .body(Map.of("name", "matrix-" + role + "-" + UUID.randomUUID(), "role", role))
                .post("/api/v1/service-keys")
                .then()
                .statusCode(201)
                .extract()
                .path("secret");
    }

    private static Set<Endpoint> realEndpoints() {
        return Arc.container().beanManager().getBeans(Object.class, Any.Literal.INSTANCE).stream()
                .map(Bean::getBeanClass)
                .filter(type -> type.isAnnotationPresent(Path.class) && isOurs(type))
                .flatMap(Endpoint::of)
                .collect(toCollection(TreeSet::new));
    }

    /** Resources that only tests bring along are not part of the application. */
    private static boolean isOurs(Class<?> type) {
        var source = "src/main/java/" + type.getName().replace('.', '/').replaceAll("\\$.*", "") + ".java";
        return Files.exists(java.nio.file.Path.of(source));
    }

    /** Signs in again only when a call ended the session. */
    private static final class KeptSession {

        private final Role role;
        private String token = "";

        KeptSession(Role role) {
            this.role = role;
        }

        RequestSpecification request() {
            if (given().cookie(SignIn.COOKIE, token).get("/api/v1/session").statusCode() != 200) {
                token = SignIn.tokenOf(SignIn.user(null, role));
            }
            return given().cookie(SignIn.COOKIE, token);
        }
    }

    private enum Expected {
        /** Past the door; that no switch is attached in this test is told behind it. */
        ALLOWED {
            @Override
            boolean fits(Response answer) {
                boolean isSwitchAway =
                        answer.statusCode() == 502 && "telephony.switch-away".equals(answer.path("code"));
                return answer.statusCode() != 401
                        && (answer.statusCode() < 500 || isSwitchAway)
                        && !DENIED.fits(answer);
            }
        },
        UNAUTHENTICATED {
            @Override
            boolean fits(Response answer) {
                return answer.statusCode() == 401;
            }
        },
        /** By role; a 403 with another code is the resource's own rule and comes after the role was let in. */
        DENIED {
            @Override
            boolean fits(Response answer) {
                return answer.statusCode() == 403 && "shared.http-403".equals(answer.path("code"));
            }
        };

        abstract boolean fits(Response answer);
    }
}
