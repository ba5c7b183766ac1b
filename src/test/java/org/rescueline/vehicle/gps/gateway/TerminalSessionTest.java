package org.rescueline.vehicle.gps.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rescueline.vehicle.gps.fix.Fixes.NOW;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rescueline.vehicle.AlarmState;
import org.rescueline.vehicle.PositionSource;
import org.rescueline.vehicle.PositionView;
import org.rescueline.vehicle.gps.jt808.Authentication;
import org.rescueline.vehicle.gps.jt808.FrameEncoder;
import org.rescueline.vehicle.gps.jt808.LocationQuery;
import org.rescueline.vehicle.gps.jt808.ProtocolVersion;
import org.rescueline.vehicle.gps.jt808.TerminalAddress;

class TerminalSessionTest {
    private static final TerminalAddress TRUCK = new TerminalAddress(ProtocolVersion.V2013, "13912345678");
    private static final PositionView HERE = new PositionView(
            null,
            null,
            "13912345678",
            34.5,
            109.4,
            null,
            null,
            null,
            null,
            NOW,
            NOW,
            PositionSource.TERMINAL,
            AlarmState.NONE);

    /** The platform's first message on the session was its answer to the authentication. */
    private static final int SERIAL_OF_QUERY = 1;

    private final Gateways gateway = Gateways.withDefaults();
    private final FakeLine line = new FakeLine();
    private TerminalSession session;

    @BeforeEach
    void open() {
        gateway.connect(line).receive(FrameEncoder.encode(TRUCK, 1, Authentication.of(AcceptingRegistrar.CODE)));
        session = gateway.sessions.find("13912345678").orElseThrow();
    }

    @Test
    void takesTheAnswerThatNamesTheSerialOfItsQuestion() {
        // Given
        CompletableFuture<QueryAnswer> answer = ask(Duration.ofMinutes(1));

        // When an answer to another question comes first
        session.answered(SERIAL_OF_QUERY + 1, Optional.of(HERE));
        boolean isAnsweredByAnother = answer.isDone();
        session.answered(SERIAL_OF_QUERY, Optional.of(HERE));

        // Then
        assertThat(line.sent(LocationQuery.class)).hasSize(1);
        assertThat(isAnsweredByAnother).isFalse();
        assertThat(answer.join()).isEqualTo(new QueryAnswer(QueryAnswer.Kind.ANSWERED, HERE));
    }

    @Test
    void givesUpAtTheDeadline() {
        // Given
        CompletableFuture<QueryAnswer> answer = ask(Duration.ofMillis(20));

        // When nobody answers
        QueryAnswer given = answer.join();

        // Then
        assertThat(given.kind()).isEqualTo(QueryAnswer.Kind.NO_ANSWER);
    }

    @Test
    void tellsWhoWaitsThatTheTerminalHasGone() {
        // Given
        CompletableFuture<QueryAnswer> answer = ask(Duration.ofMinutes(1));

        // When
        session.end();

        // Then
        assertThat(answer.join().kind()).isEqualTo(QueryAnswer.Kind.GONE);
    }

    private CompletableFuture<QueryAnswer> ask(Duration timeout) {
        return session.ask(timeout).toCompletableFuture();
    }
}
