package org.rescueline.vehicle.gps.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rescueline.vehicle.TerminalOffline;
import org.rescueline.vehicle.TerminalOnline;
import org.rescueline.vehicle.gps.fix.DropReason;
import org.rescueline.vehicle.gps.intake.Reception;
import org.rescueline.vehicle.gps.jt808.AttributeQuery;
import org.rescueline.vehicle.gps.jt808.Authentication;
import org.rescueline.vehicle.gps.jt808.DriverIdentity;
import org.rescueline.vehicle.gps.jt808.FrameEncoder;
import org.rescueline.vehicle.gps.jt808.Heartbeat;
import org.rescueline.vehicle.gps.jt808.LocationAnswer;
import org.rescueline.vehicle.gps.jt808.LocationBatch;
import org.rescueline.vehicle.gps.jt808.LocationReport;
import org.rescueline.vehicle.gps.jt808.Message;
import org.rescueline.vehicle.gps.jt808.MessageId;
import org.rescueline.vehicle.gps.jt808.ParameterAnswer;
import org.rescueline.vehicle.gps.jt808.ParameterQuery;
import org.rescueline.vehicle.gps.jt808.PlatformAck;
import org.rescueline.vehicle.gps.jt808.PlatformAck.Result;
import org.rescueline.vehicle.gps.jt808.ProtocolVersion;
import org.rescueline.vehicle.gps.jt808.RawFrames;
import org.rescueline.vehicle.gps.jt808.TerminalAck;
import org.rescueline.vehicle.gps.jt808.TerminalAddress;
import org.rescueline.vehicle.gps.jt808.TerminalAttributes;
import org.rescueline.vehicle.gps.jt808.TerminalParameter;
import org.rescueline.vehicle.gps.jt808.TextMessage;
import org.rescueline.vehicle.gps.jt808.TrackingOrder;

class TerminalConnectionTest {
    private static final TerminalAddress TRUCK = new TerminalAddress(ProtocolVersion.V2013, "13912345678");
    private static final TerminalAddress OTHER_TRUCK = new TerminalAddress(ProtocolVersion.V2019, "13912345679");
    private static final LocationReport REPORT = LocationReport.at(34.5, 109.4, Gateways.NOW);

    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final Gateways gateway = Gateways.withDefaults();
    private final FakeLine line = new FakeLine();
    private final TerminalConnection connection = gateway.connect(line);

    @BeforeEach
    void authenticate() {
        say(connection, TRUCK, Authentication.of(AcceptingRegistrar.CODE));
    }

    @Test
    void acknowledgesAPositionOnceItIsStored() {
        // Given a position that is queued
        CompletableFuture<Void> stored = new CompletableFuture<>();
        gateway.desk.storeReportsWhen(stored);
        say(connection, TRUCK, REPORT);
        int beforeItWasStored = line.sent().size();

        // When
        stored.complete(null);

        // Then
        assertThat(beforeItWasStored).isEqualTo(1);
        assertThat(lastAck(line)).isEqualTo(new PlatformAck(7, MessageId.LOCATION_REPORT, Result.DONE));
        assertThat(gateway.desk.taken()).singleElement().satisfies(fix -> assertThat(fix.receivedAt())
                .isEqualTo(Gateways.NOW));
    }

    @Test
    void asksOnceForAllPositionsOfOnePieceOfTheStream() {
        // Given three reports in one piece
        ByteArrayOutputStream piece = new ByteArrayOutputStream();
        for (int serial = 11; serial <= 13; serial++) {
            piece.writeBytes(FrameEncoder.encode(TRUCK, serial, REPORT));
        }

        // When
        connection.receive(piece.toByteArray());

        // Then
        assertThat(gateway.desk.questions()).containsExactly(3);
        assertThat(line.sent(PlatformAck.class))
                .extracting(PlatformAck::answerSerial)
                .endsWith(11, 12, 13);
    }

    @Test
    void neverAcknowledgesAPositionThatCouldNotBeStored() {
        // Given
        CompletableFuture<Void> stored = new CompletableFuture<>();
        gateway.desk.storeReportsWhen(stored);
        say(connection, TRUCK, REPORT);

        // When
        stored.completeExceptionally(new IllegalStateException("this node stops"));

        // Then
        assertThat(line.sent()).hasSize(1);
    }

    @Test
    void acknowledgesARepeatedPositionOnlyWhenTheFirstIsStored() {
        // Given a report that is queued already
        gateway.desk.answer(Reception.Kind.DROPPED, DropReason.DUPLICATE);
        gateway.desk.storeReportsWhen(new CompletableFuture<>());

        // When
        say(connection, TRUCK, REPORT);

        // Then
        assertThat(line.sent()).hasSize(1);
    }

    @Test
    void acknowledgesAtOnceWhatIsDroppedForGood() {
        // Given
        gateway.desk.answer(Reception.Kind.DROPPED, DropReason.ZERO);
        gateway.desk.storeReportsWhen(new CompletableFuture<>());

        // When
        say(connection, TRUCK, REPORT);

        // Then
        assertThat(lastAck(line)).isEqualTo(new PlatformAck(7, MessageId.LOCATION_REPORT, Result.DONE));
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
    void acknowledgesABatchOnlyWhenItIsStored() {
        // Given
        CompletableFuture<Void> stored = new CompletableFuture<>();
        gateway.desk.storeBatchesWhen(stored);
        say(connection, TRUCK, LocationBatch.of(LocationBatch.Kind.REGULAR, List.of(REPORT, REPORT)));
        int beforeItWasStored = line.sent().size();

        // When
        stored.complete(null);

        // Then
        assertThat(beforeItWasStored).isEqualTo(1);
        assertThat(lastAck(line)).isEqualTo(new PlatformAck(7, MessageId.LOCATION_BATCH, Result.DONE));
    }

    @Test
    void neverAcknowledgesABatchThatCouldNotBeStored() {
        // Given
        CompletableFuture<Void> stored = new CompletableFuture<>();
        gateway.desk.storeBatchesWhen(stored);
        say(connection, TRUCK, LocationBatch.of(LocationBatch.Kind.REGULAR, List.of(REPORT)));

        // When
        stored.completeExceptionally(new IllegalStateException("the buffer is full"));

        // Then
        assertThat(line.sent()).hasSize(1);
    }

    @Test
    void takesTheGoodPositionsOfABatchAndCountsTheBadOnes() {
        // Given a batch of two, the second of which is three bytes long
        byte[] good = HexFormat.of().parseHex("00000000000000020210a4b006818c60000000000000260114101410");
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(new byte[] {0, 2, 0, 0, 28});
        body.writeBytes(good);
        body.writeBytes(new byte[] {0, 3, 1, 2, 3});

        // When
        connection.receive(RawFrames.frame(TRUCK, 9, MessageId.LOCATION_BATCH, 0, body.toByteArray()));

        // Then
        assertThat(gateway.desk.taken()).hasSize(1);
        assertThat(lastAck(line)).isEqualTo(new PlatformAck(9, MessageId.LOCATION_BATCH, Result.DONE));
        assertThat(gateway.count("rescueline.gps.frames.refused", "reason", "bad_batch_item"))
                .isEqualTo(1);
    }

    @Test
    void acknowledgesADriversCardOnceItIsStored() {
        // Given a card taken out
        DriverIdentity removed = DriverIdentity.removed(Gateways.NOW.getEpochSecond());

        // When
        say(connection, TRUCK, removed);

        // Then
        assertThat(gateway.cards).containsExactly(removed);
        assertThat(lastAck(line)).isEqualTo(new PlatformAck(7, MessageId.DRIVER_IDENTITY, Result.DONE));
    }

    @Test
    void tellsAnOrderFromItsAnswer() {
        // Given a question and an order under way
        TerminalSession session = gateway.sessions.find("13912345678").orElseThrow();
        var parameters = session.order(new ParameterQuery(), PATIENCE).toCompletableFuture();
        var text = session.order(TextMessage.toDriver("请靠边停车", false), PATIENCE).toCompletableFuture();
        var attributes = session.order(new AttributeQuery(), PATIENCE).toCompletableFuture();
        var told = new TerminalAttributes(7, "70103", "G", "T1", "0".repeat(20), "1", "2", 3, 4);

        // When the terminal says "done" to all three, and then answers the questions
        for (int serial = 1; serial <= 3; serial++) {
            say(connection, TRUCK, new TerminalAck(serial, 0, 0));
        }
        boolean isAnsweredByDone = parameters.isDone() || attributes.isDone();
        say(connection, TRUCK, new ParameterAnswer(1, List.of(TerminalParameter.ofNumber(1, 60))));
        say(connection, TRUCK, told);

        // Then
        assertThat(isAnsweredByDone).isFalse();
        assertThat(text.join().kind()).isEqualTo(OrderAnswer.Kind.DONE);
        assertThat(((ParameterAnswer) parameters.join().message()).parameters())
                .extracting(parameter -> parameter.asNumber().orElse(0))
                .containsExactly(60L);
        assertThat(attributes.join().message()).isEqualTo(told);
    }

    @Test
    void endsWaitingOrdersWithTheSession() {
        // Given
        TerminalSession session = gateway.sessions.find("13912345678").orElseThrow();
        var order = session.order(new TrackingOrder(5, 600), PATIENCE).toCompletableFuture();

        // When
        connection.ended();

        // Then
        assertThat(order.join().kind()).isEqualTo(OrderAnswer.Kind.GONE);
    }

    @Test
    void saysWhetherATerminalCouldNotOrDoesNotKnow() {
        // Given
        TerminalSession session = gateway.sessions.find("13912345678").orElseThrow();
        var failing = session.order(new TrackingOrder(5, 600), PATIENCE).toCompletableFuture();
        var unknown = session.order(TrackingOrder.STOP, PATIENCE).toCompletableFuture();

        // When
        say(connection, TRUCK, new TerminalAck(1, 0x8202, 1));
        say(connection, TRUCK, new TerminalAck(2, 0x8202, 3));

        // Then
        assertThat(failing.join().kind()).isEqualTo(OrderAnswer.Kind.FAILED);
        assertThat(unknown.join().kind()).isEqualTo(OrderAnswer.Kind.NOT_SUPPORTED);
    }

    @Test
    void closesAConnectionOnWhichAFrameDripsIn() {
        // Given a frame that began and never ends
        connection.receive(new byte[] {0x7e, 1, 2});
        gateway.now = Gateways.NOW.plusSeconds(59);
        connection.receive(new byte[] {3});
        boolean isClosedBefore = line.isClosed();

        // When
        gateway.now = Gateways.NOW.plusSeconds(61);
        connection.receive(new byte[] {4});

        // Then it is closed, and counted for whoever looks after the terminal
        assertThat(isClosedBefore).isFalse();
        assertThat(line.isClosed()).isTrue();
        assertThat(gateway.sessions
                        .find("13912345678")
                        .orElseThrow()
                        .terminal()
                        .refusals()
                        .byReason())
                .containsEntry("frame_too_slow", 1L);
        assertThat(gateway.count("rescueline.gps.connections.closed", "reason", "frame_too_slow"))
                .isEqualTo(1);
    }

    @Test
    void closesAConnectionOnWhichNobodyAuthenticatesAndCountsItsAddress() {
        // Given two connections, one with a terminal
        FakeLine strange = new FakeLine();
        TerminalConnection stranger = gateway.connect(strange);

        // When the time is over
        stranger.endUnlessAuthenticated();
        connection.endUnlessAuthenticated();

        // Then
        assertThat(strange.isClosed()).isTrue();
        assertThat(line.isClosed()).isFalse();
        assertThat(gateway.strangers.byAddress().get("192.0.2.1").byReason()).containsEntry("not_authenticated", 1L);
    }

    @Test
    void livesOnWhenEveryFrameComesInTwoPieces() {
        // Given
        byte[] frame = FrameEncoder.encode(TRUCK, 7, REPORT);

        // When pieces come for an hour
        for (int minute = 0; minute < 60; minute++) {
            gateway.now = Gateways.NOW.plusSeconds(minute * 60L);
            connection.receive(Arrays.copyOf(frame, 20));
            connection.receive(Arrays.copyOfRange(frame, 20, frame.length));
        }

        // Then
        assertThat(line.isClosed()).isFalse();
        assertThat(gateway.desk.taken()).hasSize(60);
    }

    @Test
    void closesAConnectionThatSendsMoreFramesASecondThanAllowed() {
        // Given a gateway that allows ten
        Gateways strict = Gateways.with("max-frames-per-second", "10");
        FakeLine flooding = new FakeLine();
        TerminalConnection flooded = strict.connect(flooding);
        say(flooded, TRUCK, Authentication.of(AcceptingRegistrar.CODE));

        // When
        for (int i = 0; i < 20; i++) {
            say(flooded, TRUCK, new Heartbeat());
        }

        // Then
        assertThat(flooding.isClosed()).isTrue();
        assertThat(flooding.sent(PlatformAck.class)).hasSize(10);
    }

    @Test
    void countsWhatItRefusesByTerminalOrByAddress() {
        // Given a connection with one terminal, and one with none
        FakeLine otherLine = new FakeLine();
        TerminalConnection other = gateway.connect(otherLine);
        byte[] nonsense = {0x7e, 1, 2, 3, 0x7e};

        // When
        connection.receive(nonsense);
        other.receive(nonsense);
        other.receive(nonsense);

        // Then
        var terminal = gateway.sessions.find("13912345678").orElseThrow().terminal();
        assertThat(terminal.refusals().byReason()).containsExactly(Map.entry("too_short", 1L));
        assertThat(gateway.strangers.byAddress().get("192.0.2.1").total()).isEqualTo(2);
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
}
