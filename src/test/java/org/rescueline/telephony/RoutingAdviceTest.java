package org.rescueline.telephony;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.rescueline.telephony.internal.agi.AgiServer;

/** What the switch hears when it asks for routing advice. */
@QuarkusTest
@TestProfile(TelephonyProfile.class)
class RoutingAdviceTest {

    private static final String KNOWN = "13800138001";
    private static final String SLOW = "13800138002";
    private static final String BROKEN = "13800138003";

    @Inject
    AgiServer server;

    /** Knows one caller, takes too long over another and stumbles over a third. */
    @Singleton
    static class Advisor implements RoutingAdvisor {

        @Override
        public Uni<RoutingAdvice> advise(RoutingQuestion question) {
            return switch (String.valueOf(question.callerNumber())) {
                case "+86" + KNOWN -> Uni.createFrom().item(new RoutingAdvice(10, "1001"));
                case "+86" + SLOW ->
                    Uni.createFrom()
                            .item(new RoutingAdvice(20, null))
                            .onItem()
                            .delayIt()
                            .by(Duration.ofSeconds(5));
                case "+86" + BROKEN -> throw new IllegalStateException("no index");
                default -> Uni.createFrom().item(RoutingAdvice.NONE);
            };
        }
    }

    @Test
    void raisesAKnownCallersPlace() throws IOException {
        // Given a caller with an open case

        // When
        var answer = ask(KNOWN);

        // Then
        assertThat(answer).contains("SET VARIABLE RESCUELINE_PRIORITY 10");
    }

    @Test
    void advisesNothingForAStranger() throws IOException {
        // Given a caller nobody knows

        // When
        var answer = ask("13900139009");

        // Then
        assertThat(answer).isEmpty();
    }

    @Test
    void letsTheCallerGoOnWhenAdviceIsLate() throws IOException {
        // Given
        long before = System.nanoTime();

        // When
        var answer = ask(SLOW);

        // Then
        assertThat(answer).isEmpty();
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(4));
    }

    @Test
    void letsTheCallerGoOnWhenAnAdvisorFails() throws IOException {
        // Given an advisor that stumbles

        // When
        var answer = ask(BROKEN);

        // Then
        assertThat(answer).isEmpty();
    }

    /** Everything the server says until it closes the connection. */
    private String ask(String caller) throws IOException {
        try (var socket = new Socket("127.0.0.1", server.port())) {
            socket.setSoTimeout(10_000);
            var request = "agi_network: yes\nagi_request: agi://127.0.0.1/advice\nagi_uniqueid: hotline-1.1\n"
                    + "agi_callerid: " + caller + "\nagi_extension: 4008809818\n\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
