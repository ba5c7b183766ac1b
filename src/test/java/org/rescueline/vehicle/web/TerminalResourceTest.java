package org.rescueline.vehicle.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.rescueline.security.Role;
import org.rescueline.shared.Idempotency;
import org.rescueline.testkit.SignIn;
import org.rescueline.testkit.Terminal808;
import org.rescueline.vehicle.gps.gateway.TerminalGateway;
import org.rescueline.vehicle.gps.jt808.AdditionalItems;
import org.rescueline.vehicle.gps.jt808.AttributeQuery;
import org.rescueline.vehicle.gps.jt808.LocationReport;
import org.rescueline.vehicle.gps.jt808.ParameterAnswer;
import org.rescueline.vehicle.gps.jt808.ParameterOrder;
import org.rescueline.vehicle.gps.jt808.ParameterSelection;
import org.rescueline.vehicle.gps.jt808.TerminalAttributes;
import org.rescueline.vehicle.gps.jt808.TerminalControl;
import org.rescueline.vehicle.gps.jt808.TerminalParameter;
import org.rescueline.vehicle.gps.jt808.TextMessage;
import org.rescueline.vehicle.gps.jt808.TrackingOrder;

/** Orders to a terminal that is a real TCP client. */
@QuarkusTest
class TerminalResourceTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final TerminalAttributes ATTRIBUTES =
            new TerminalAttributes(7, "70103", "TEST-G", "T000001", "8".repeat(20), "1.0", "2.1", 3, 32);

    @Inject
    TerminalGateway gateway;

    @Test
    void bringsTextToTheDriverAndKeepsWhoSentItAndWhatCameOfIt() {
        // Given
        String phone = aPhone();
        String vehicle = vehicleWith(phone);
        try (Terminal808 terminal = Terminal808.online(gateway.port(), phone)) {
            CompletableFuture<Response> sent = async(() ->
                    SignIn.as(Role.DISPATCHER).body(Map.of("text", "请停在应急车道")).post(path(vehicle, "/text")));

            // When
            TextMessage shown = terminal.answerOrder(TextMessage.class, 0);

            // Then
            assertThat(shown.text()).isEqualTo("请停在应急车道");
            join(sent).then().statusCode(200).body("outcome", equalTo("DONE"));
            SignIn.as(Role.SUPERVISOR)
                    .get(path(vehicle, "/orders"))
                    .then()
                    .statusCode(200)
                    .body("[0].kind", equalTo("TEXT"))
                    .body("[0].detail", equalTo("请停在应急车道"))
                    .body("[0].actor.kind", equalTo("USER"))
                    .body("[0].outcome", equalTo("DONE"));
        }
    }

    @Test
    void bringsTextOnceThoughTheRequestComesTwice() {
        // Given a text that reached the driver, and whose answer the page did not get
        String phone = aPhone();
        String vehicle = vehicleWith(phone);
        String key = "text-" + phone;
        try (Terminal808 terminal = Terminal808.online(gateway.port(), phone)) {
            CompletableFuture<Response> first = async(() -> sendText(vehicle, key, "请打开双闪"));
            terminal.answerOrder(TextMessage.class, 0);
            String order = join(first).then().statusCode(200).extract().path("id");

            // When
            Response second = sendText(vehicle, key, "请打开双闪");

            // Then it is told what came of the first, and the driver hears nothing more
            second.then().statusCode(200).body("id", equalTo(order)).body("outcome", equalTo("DONE"));
            SignIn.as(Role.SUPERVISOR).get(path(vehicle, "/orders")).then().body("size()", equalTo(1));
            sendText(vehicle, key, "请熄火").then().statusCode(409);
        }
    }

    @Test
    void neitherKeepsNorShowsHowATerminalSignsOnToItsNetwork() {
        // Given
        String phone = aPhone();
        String vehicle = vehicleWith(phone);
        try (Terminal808 terminal = Terminal808.online(gateway.port(), phone)) {
            CompletableFuture<Response> changed = async(() -> SignIn.as(Role.ADMIN)
                    .body(Map.of(
                            "parameters",
                            List.of(Map.of("id", "0x0012", "text", "swordfish"), Map.of("id", "0x0029", "number", 30))))
                    .post(path(vehicle, "/parameters")));

            // When it is changed, and asked for
            ParameterOrder sent = terminal.answerOrder(ParameterOrder.class, 0);
            Response change = join(changed);
            CompletableFuture<Response> asked = async(() -> SignIn.as(Role.ADMIN)
                    .body(Map.of("ids", List.of("0x0012")))
                    .post(path(vehicle, "/parameter-query")));
            int serial = terminal.awaitOrder(ParameterSelection.class);
            terminal.send(new ParameterAnswer(serial, List.of(TerminalParameter.ofText(0x12, "swordfish"))));
            Response answer = join(asked);

            // Then the terminal has it, and nobody else
            assertThat(sent.parameters().get(0).asText()).isEqualTo("swordfish");
            change.then().statusCode(200).body("detail", equalTo("0x0012=*** 0x0029=0000001e"));
            answer.then()
                    .statusCode(200)
                    .body("parameters[0].isSecret", equalTo(true))
                    .body("parameters[0].text", equalTo(null))
                    .body("parameters[0].hex", equalTo(null));
        }
    }

    @Test
    void switchesTrackingOnAndSaysWhenTheTerminalDoesNotKnowIt() {
        // Given
        String phone = aPhone();
        String vehicle = vehicleWith(phone);
        try (Terminal808 terminal = Terminal808.online(gateway.port(), phone)) {
            CompletableFuture<Response> sent = async(() -> SignIn.as(Role.DISPATCHER)
                    .body(Map.of("intervalSeconds", 5, "durationSeconds", 600))
                    .post(path(vehicle, "/tracking")));

            // When
            TrackingOrder order = terminal.answerOrder(TrackingOrder.class, 3);

            // Then
            assertThat(order).isEqualTo(new TrackingOrder(5, 600));
            join(sent).then().statusCode(200).body("outcome", equalTo("NOT_SUPPORTED"));
        }
    }

    @Test
    void letsATerminalStartAgainForAdministratorsOnly() {
        // Given
        String phone = aPhone();
        String vehicle = vehicleWith(phone);
        try (Terminal808 terminal = Terminal808.online(gateway.port(), phone)) {
            SignIn.as(Role.DISPATCHER).post(path(vehicle, "/restart")).then().statusCode(403);
            CompletableFuture<Response> sent = async(() -> SignIn.as(Role.ADMIN).post(path(vehicle, "/restart")));

            // When
            TerminalControl order = terminal.answerOrder(TerminalControl.class, 0);

            // Then
            assertThat(order).isEqualTo(TerminalControl.of(TerminalControl.Command.RESTART));
            join(sent).then().statusCode(200).body("kind", equalTo("RESTART")).body("outcome", equalTo("DONE"));
        }
    }

    @Test
    void asksATerminalWhatItIs() {
        // Given
        String phone = aPhone();
        String vehicle = vehicleWith(phone);
        try (Terminal808 terminal = Terminal808.online(gateway.port(), phone)) {
            CompletableFuture<Response> asked =
                    async(() -> SignIn.as(Role.ADMIN).post(path(vehicle, "/attribute-query")));

            // When
            terminal.awaitOrder(AttributeQuery.class);
            terminal.send(ATTRIBUTES);

            // Then
            join(asked)
                    .then()
                    .statusCode(200)
                    .body("order.outcome", equalTo("DONE"))
                    .body("attributes.model", equalTo("TEST-G"));
        }
    }

    @Test
    void readsTheTerminalsSettings() {
        // Given
        String phone = aPhone();
        String vehicle = vehicleWith(phone);
        try (Terminal808 terminal = Terminal808.online(gateway.port(), phone)) {
            CompletableFuture<Response> asked = async(() -> SignIn.as(Role.ADMIN)
                    .body(Map.of("ids", List.of("0x0029")))
                    .post(path(vehicle, "/parameter-query")));

            // When
            int serial = terminal.awaitOrder(ParameterSelection.class);
            terminal.send(new ParameterAnswer(serial, List.of(TerminalParameter.ofNumber(0x29, 30))));

            // Then
            join(asked)
                    .then()
                    .statusCode(200)
                    .body("order.outcome", equalTo("DONE"))
                    .body("parameters[0].id", equalTo("0x0029"))
                    .body("parameters[0].number", equalTo(30));
        }
    }

    @Test
    void saysAtOnceThatTheTerminalIsNotThere() {
        // Given a terminal that is known and not connected
        String vehicle = vehicleWith(aPhone());

        // When
        var answer = SignIn.as(Role.DISPATCHER)
                .body(Map.of("text", "hello"))
                .post(path(vehicle, "/text"))
                .then();

        // Then
        answer.statusCode(200).body("outcome", equalTo("OFFLINE"));
    }

    @Test
    void refusesWhatATerminalCannotShow() {
        // Given
        String vehicle = vehicleWith(aPhone());

        // When
        var answer = SignIn.as(Role.DISPATCHER)
                .body(Map.of("text", "\uD83D\uDE9B"))
                .post(path(vehicle, "/text"))
                .then();

        // Then
        answer.statusCode(400).body("fields[0].field", equalTo("text"));
    }

    @Test
    void tellsWhatTheTerminalSaidBesideItsPlace() {
        // Given
        String phone = aPhone();
        String vehicle = vehicleWith(phone);
        try (Terminal808 terminal = Terminal808.online(gateway.port(), phone)) {
            var items = AdditionalItems.NONE.withMileageKm(123_456.7).with(0xe1, (byte) 0xab);
            terminal.report(LocationReport.at(34.5, 109.4, Instant.now()).withItems(items));

            // When
            var answer = SignIn.as(Role.OPERATOR).get(path(vehicle, "")).then();

            // Then
            answer.statusCode(200)
                    .body("[0].online", equalTo(true))
                    .body("[0].mileageKm", equalTo(123_456.7f))
                    .body("[0].otherItems.0xe1", equalTo("ab"));
        }
    }

    private static String vehicleWith(String phone) {
        return SignIn.as(Role.ADMIN)
                .body(Map.of("plate", "陕T" + phone.substring(6), "terminals", List.of(Map.of("terminalPhone", phone))))
                .post("/api/v1/vehicles")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static Response sendText(String vehicle, String key, String text) {
        return SignIn.as(Role.DISPATCHER)
                .header(Idempotency.HEADER, key)
                .body(Map.of("text", text))
                .post(path(vehicle, "/text"));
    }

    private static String path(String vehicle, String more) {
        return "/api/v1/vehicles/" + vehicle + "/terminal" + more;
    }

    private static CompletableFuture<Response> async(Supplier<Response> request) {
        return CompletableFuture.supplyAsync(request);
    }

    private static Response join(CompletableFuture<Response> request) {
        return request.orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
    }

    private static String aPhone() {
        return "1" + (3_000_000_000L + ThreadLocalRandom.current().nextLong(999_999_999L));
    }
}
