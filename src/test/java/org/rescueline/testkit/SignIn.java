package org.rescueline.testkit;

import static io.restassured.RestAssured.given;

import io.quarkus.arc.Arc;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rescueline.security.NewUser;
import org.rescueline.security.Role;
import org.rescueline.security.SecurityService;
import org.rescueline.security.UserView;
import org.rescueline.shared.Actor;

/**
 * Signs in for a {@code @QuarkusTest}, over HTTP as a person does:
 * {@code SignIn.as(Role.OPERATOR).get("/api/v1/events")}.
 */
public final class SignIn {

    /** The name of the session's cookie. */
    public static final String COOKIE = "rescueline-session";

    private static final String PASSWORD = "correct horse battery";
    private static final Duration TIMEOUT = Duration.ofSeconds(20);

    private SignIn() {}

    /** A request as somebody who holds exactly these roles; the same person each time. */
    public static RequestSpecification as(Role... roles) {
        return asUser(user(null, roles));
    }

    /** A request as somebody who sits at the extension and holds exactly these roles. */
    public static RequestSpecification at(String extension, Role... roles) {
        return asUser(user(extension, roles));
    }

    /** A request as this person. */
    public static RequestSpecification asUser(UserView user) {
        return given().cookie(COOKIE, token(user.username(), PASSWORD)).contentType(ContentType.JSON);
    }

    /** The person who holds exactly these roles, made when there is none yet. */
    public static UserView user(@Nullable String extension, Role... roles) {
        var held = EnumSet.copyOf(Arrays.asList(roles));
        var name = nameOf(held) + (extension == null ? "" : "-" + extension);
        var security = Arc.container().instance(SecurityService.class).get();
        return security.findUser(name).await().atMost(TIMEOUT).orElseGet(() -> security.createUser(
                        new NewUser(name, "Tester " + name, PASSWORD, held, extension, null), Actor.SYSTEM)
                .await()
                .atMost(TIMEOUT));
    }

    /** Signs in and answers the session's token. */
    public static String token(String username, String password) {
        return given().contentType(ContentType.JSON)
                .body(Map.of("username", username, "password", password))
                .post("/api/v1/session")
                .then()
                .statusCode(200)
                .extract()
                .cookie(COOKIE);
    }

    /** The token of a new session of this person. */
    public static String tokenOf(UserView user) {
        return token(user.username(), PASSWORD);
    }

    private static String nameOf(Set<Role> roles) {
        return roles.stream().map(role -> role.name().toLowerCase(Locale.ROOT)).collect(Collectors.joining("-"));
    }
}
