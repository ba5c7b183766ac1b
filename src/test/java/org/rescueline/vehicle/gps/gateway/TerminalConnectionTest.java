package org.rescueline.vehicle.gps.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rescueline.vehicle.TerminalOffline;
import org.rescueline.vehicle.TerminalOnline;
import org.rescueline.vehicle.gps.intake.Reception;
import org.rescueline.vehicle.gps.jt808.Authentication;
import org.rescueline.vehicle.gps.jt808.FrameEncoder;
import org.rescueline.vehicle.gps.jt808.Heartbeat;
import org.rescueline.vehicle.gps.jt808.LocationAnswer;
import org.rescueline.vehicle.gps.jt808.LocationReport;
import org.rescueline.vehicle.gps.jt808.Message;
import org.rescueline.vehicle.gps.jt808.MessageId;
import org.rescueline.vehicle.gps.jt808.PlatformAck;
import org.rescueline.vehicle.gps.jt808.PlatformAck.Result;
import org.rescueline.vehicle.gps.jt808.ProtocolVersion;
import org.rescueline.vehicle.gps.jt808.RawFrames;
import org.rescueline.vehicle.gps.jt808.TerminalAddress;

class TerminalConnectionTest {
    private static final TerminalAddress TRUCK = new TerminalAddress(ProtocolVersion.V2013, "13912345678");
    private static final TerminalAddress OTHER_TRUCK = new TerminalAddress(ProtocolVersion.V2019, "13912345679");
    private static final LocationReport REPORT = LocationReport.at(34.5, 109.4, Gateways.NOW);

    private final Gateways gateway = Gateways.withDefaults();
    private final FakeLine line = new FakeLine();
    private final TerminalConnection connection = gateway.connect(line);

    @BeforeEach
    void authenticate() {
        say(connection, TRUCK, Authentication.of(AcceptingRegistrar.CODE));
    }

    @Test
    void acknowledgesAPositionOnceItIsQueued() {
        // Given a terminal that has authenticated itself

        // When
        say(connection, TRUCK, REPORT);

        // Then
        assertThat(lastAck(line)).isEqualTo(new PlatformAck(7, MessageId.LOCATION_REPORT, Result.DONE));
        assertThat(gateway.desk.taken()).singleElement().satisfies(fix -> assertThat(fix.receivedAt())
                .isEqualTo(Gateways.NOW));
    }

    @Test
    void doesNotAcknowledgeAPositionThatFindsTheBufferFull() {
        // Given
        gateway.desk.answer(Reception.Kind.NOT_QUEUED);
        int before = line.sent().size();

        // When
        say(connection, TRUCK, REPORT);

        // Then
        assertThat(line.sent()).hasSize(before);
    }

    @Test
    void acknowledgesAnSosOnlyWhenItIsStored() {
        // Given
        CompletableFuture<Void> stored = new CompletableFuture<>();
        gateway.desk.storeSosWhen(stored);
        say(connection, TRUCK, REPORT.withDriverSos(true));
        int beforeItWasStored = line.sent().size();

        // When
        stored.complete(null);

        // Then
        assertThat(beforeItWasStored).isEqualTo(1);
        assertThat(lastAck(line)).isEqualTo(new PlatformAck(7, MessageId.LOCATION_REPORT, Result.DONE));
    }

    @Test
    void neverAcknowledgesAnSosThatCouldNotBeStored() {
        // Given
        CompletableFuture<Void> stored = new CompletableFuture<>();
        gateway.desk.storeSosWhen(stored);
        say(connection, TRUCK, REPORT.withDriverSos(true));

        // When
        stored.completeExceptionally(new IllegalStateException("the database is away"));

        // Then
        assertThat(line.sent()).hasSize(1);
    }

    @Test
    void refusesPartsAloud() {
        // Given the first of three parts
        byte[] part = RawFrames.frame(TRUCK, 9, MessageId.LOCATION_REPORT, RawFrames.PART, new byte[] {0, 3, 0, 1, 5});
        part = withPartFieldsInHeader(part);

        // When
        connection.receive(part);

        // Then
        assertThat(lastAck(line)).isEqualTo(new PlatformAck(9, MessageId.LOCATION_REPORT, Result.NOT_SUPPORTED));
        assertThat(gateway.count("rescueline.gps.frames.refused", "reason", "sub_packet"))
                .isEqualTo(1);
        assertThat(line.isClosed()).isFalse();
    }

    @Test
    void saysThatABodyCutShortIsWrong() {
        // Given a location report of three bytes
        byte[] frame = RawFrames.frame(TRUCK, 9, MessageId.LOCATION_REPORT, 0, new byte[] {1, 2, 3});

        // When
        connection.receive(frame);

        // Then
        assertThat(lastAck(line)).isEqualTo(new PlatformAck(9, MessageId.LOCATION_REPORT, Result.WRONG_MESSAGE));
    }

    @Test
    void answersNoAnswers() {
        // Given
        int before = line.sent().size();

        // When another platform's answer comes in, and a location answer that nobody asked for
        say(connection, TRUCK, new PlatformAck(1, 2, Result.DONE));
        say(connection, TRUCK, new LocationAnswer(99, REPORT));

        // Then
        assertThat(line.sent()).hasSize(before);
    }

    @Test
    void countsMalformedFramesAndClosesOnlyAFlood() {
        // Given one less than the limit
        int limit = gateway.config.malformedLimit();
        for (int i = 1; i < limit; i++) {
            connection.receive(new byte[] {0x7e, 1, 2, 3, 0x7e});
        }
        boolean isClosedBefore = line.isClosed();

        // When
        connection.receive(new byte[] {0x7e, 1, 2, 3, 0x7e});

        // Then
        assertThat(isClosedBefore).isFalse();
        assertThat(line.isClosed()).isTrue();
        assertThat(gateway.count("rescueline.gps.frames.refused", "reason", "too_short"))
                .isEqualTo(limit);
    }

    @Test
    void hearsNothingMoreAfterItHasClosed() {
        // Given
        for (int i = 0; i < gateway.config.malformedLimit(); i++) {
            connection.receive(new byte[] {0x7e, 1, 2, 3, 0x7e});
        }

        // When
        say(connection, TRUCK, REPORT);

        // Then
        assertThat(gateway.desk.taken()).isEmpty();
    }

    @Test
    void takesNoMoreTerminalsOnOneConnectionThanAllowed() {
        // Given a gateway that allows one
        Gateways narrow = Gateways.with("max-terminals-per-connection", "1");
        FakeLine forwarder = new FakeLine();
        TerminalConnection shared = narrow.connect(forwarder);
        say(shared, TRUCK, Authentication.of(AcceptingRegistrar.CODE));

        // When
        say(shared, OTHER_TRUCK, new Authentication(AcceptingRegistrar.CODE, "1", "2"));

        // Then
        assertThat(lastAck(forwarder).result()).isEqualTo(Result.FAILED);
        assertThat(narrow.sessions.size()).isEqualTo(1);
    }

    @Test
    void letsTheNewestConnectionOfATerminalWin() {
        // Given
        FakeLine newLine = new FakeLine();
        TerminalConnection newConnection = gateway.connect(newLine);

        // When
        say(newConnection, TRUCK, Authentication.of(AcceptingRegistrar.CODE));
        connection.ended();

        // Then
        assertThat(line.isClosed()).isTrue();
        assertThat(gateway.sessions.isOnline("13912345678")).isTrue();
        assertThat(gateway.news).hasSize(1).first().isInstanceOf(TerminalOnline.class);
    }

    @Test
    void forgetsEveryTerminalOfAConnectionThatEnds() {
        // Given two terminals on one connection
        say(connection, OTHER_TRUCK, new Authentication(AcceptingRegistrar.CODE, "1", "2"));

        // When
        connection.ended();

        // Then
        assertThat(gateway.sessions.size()).isZero();
        assertThat(gateway.news).filteredOn(TerminalOffline.class::isInstance).hasSize(2);
    }

    @Test
    void tellsATerminalWithoutSessionToAuthenticate() {
        // Given
        int before = gateway.desk.taken().size();

        // When a terminal that never authenticated reports over the same connection
        say(connection, OTHER_TRUCK, REPORT);
        say(connection, OTHER_TRUCK, new Heartbeat());

        // Then
        assertThat(lastAck(line).result()).isEqualTo(Result.FAILED);
        assertThat(gateway.desk.taken()).hasSize(before);
        assertThat(gateway.count("rescueline.gps.frames.not.authenticated")).isEqualTo(2);
    }

    private static void say(TerminalConnection connection, TerminalAddress from, Message message) {
        connection.receive(FrameEncoder.encode(from, 7, message));
    }

    private static PlatformAck lastAck(FakeLine line) {
        var acks = line.sent(PlatformAck.class);
        return acks.get(acks.size() - 1);
    }

    /** A part's header is four bytes longer and its body length does not count them. */
    private static byte[] withPartFieldsInHeader(byte[] frame) {
        byte[] corrected = frame.clone();
        corrected[4] -= 4;
        corrected[corrected.length - 2] ^= (byte) (frame[4] ^ corrected[4]);
        return corrected;
    }
}
