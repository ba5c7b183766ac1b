package org.rescueline.vehicle.gps.web;

import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;
import org.rescueline.security.Role;
import org.rescueline.testkit.SignIn;
import org.rescueline.testkit.Terminal808;
import org.rescueline.vehicle.gps.gateway.TerminalGateway;

@QuarkusTest
class RefusalResourceTest {
    @Inject
    TerminalGateway gateway;

    @Test
    void countsWhatATerminalSendsThatIsNotBelieved() {
        // Given a terminal that sends a zero fix, a clock of the future and a leap over half of China
        String phone = "1" + (3_000_000_000L + ThreadLocalRandom.current().nextLong(999_999_999L));
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        try (Terminal808 terminal = Terminal808.online(gateway.port(), phone)) {
            terminal.report(34.5, 109.4, now.minusSeconds(60));
            terminal.report(0, 0, now.minusSeconds(50));
            terminal.report(34.5, 109.4, now.plusSeconds(86_400));
            terminal.report(43.8, 87.6, now.minusSeconds(30));
        }

        // When
        var answer = SignIn.as(Role.SUPERVISOR)
                .get("/api/v1/positions/refusals?limit=1000")
                .then();

        // Then
        String own = "terminals.find { it.terminalPhone == '" + phone + "' }.";
        answer.statusCode(200)
                .body(own + "total", equalTo(3))
                .body(own + "reasons.zero", equalTo(1))
                .body(own + "reasons.clock_ahead", equalTo(1))
                .body(own + "reasons.jump", equalTo(1))
                .body(own + "latestReason", equalTo("jump"));
    }

    @Test
    void refusesALimitOutOfRange() {
        // Given

        // When
        var answer = SignIn.as(Role.SUPERVISOR)
                .get("/api/v1/positions/refusals?limit=0")
                .then();

        // Then
        answer.statusCode(400);
    }
}
