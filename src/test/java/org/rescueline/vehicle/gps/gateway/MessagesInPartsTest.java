package org.rescueline.vehicle.gps.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rescueline.vehicle.gps.jt808.Authentication;
import org.rescueline.vehicle.gps.jt808.FrameEncoder;
import org.rescueline.vehicle.gps.jt808.LocationBatch;
import org.rescueline.vehicle.gps.jt808.LocationReport;
import org.rescueline.vehicle.gps.jt808.MediaUpload;
import org.rescueline.vehicle.gps.jt808.MessageId;
import org.rescueline.vehicle.gps.jt808.PartRequest;
import org.rescueline.vehicle.gps.jt808.PlatformAck;
import org.rescueline.vehicle.gps.jt808.PlatformAck.Result;
import org.rescueline.vehicle.gps.jt808.ProtocolVersion;
import org.rescueline.vehicle.gps.jt808.RawFrames;
import org.rescueline.vehicle.gps.jt808.TerminalAddress;

class MessagesInPartsTest {
    private static final TerminalAddress TRUCK = new TerminalAddress(ProtocolVersion.V2013, "13912345678");
    private static final TerminalAddress STRANGER = new TerminalAddress(ProtocolVersion.V2013, "13912345679");
    private static final int FIRST_SERIAL = 0xfffe;
    private static final LocationBatch BATCH = LocationBatch.of(
            LocationBatch.Kind.BLIND_AREA,
            IntStream.range(0, 30)
                    .mapToObj(i -> LocationReport.at(34.5 + i / 1000.0, 109.4, Gateways.NOW.minusSeconds(600 - i)))
                    .toList());

    private final Gateways gateway = Gateways.withDefaults();
    private final FakeLine line = new FakeLine();
    private final TerminalConnection connection = gateway.connect(line);

    @BeforeEach
    void authenticate() {
        connection.receive(FrameEncoder.encode(TRUCK, 1, Authentication.of(AcceptingRegistrar.CODE)));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void putsPartsTogetherInWhateverOrderTheyCome(long seed) {
        // Given a batch in parts whose serials run over the end of their sixteen bits
        List<byte[]> parts = new ArrayList<>(FrameEncoder.encodeParts(TRUCK, FIRST_SERIAL, BATCH, 200));
        Collections.shuffle(parts, new Random(seed));

        // When
        parts.forEach(connection::receive);

        // Then every part is acknowledged and nothing stays in memory
        assertThat(gateway.desk.taken()).hasSize(30);
        assertThat(batchAcks()).hasSize(parts.size()).allMatch(ack -> ack.result() == Result.DONE);
        assertThat(batchAcks().stream().map(PlatformAck::answerSerial))
                .contains(0xfffe, 0xffff, 0, 1)
                .doesNotHaveDuplicates();
        assertThat(gateway.partsBytes()).isZero();
    }

    @Test
    void acknowledgesNoPartBeforeTheWholeIsStored() {
        // Given
        CompletableFuture<Void> stored = new CompletableFuture<>();
        gateway.desk.storeBatchesWhen(stored);
        FrameEncoder.encodeParts(TRUCK, FIRST_SERIAL, BATCH, 200).forEach(connection::receive);
        int before = batchAcks().size();

        // When
        stored.complete(null);

        // Then
        assertThat(before).isZero();
        assertThat(batchAcks()).isNotEmpty();
    }

    @Test
    void asksForMissingPartsAtOnceWhenTheLastHasCome() {
        // Given
        List<byte[]> parts = FrameEncoder.encodeParts(TRUCK, FIRST_SERIAL, BATCH, 200);

        // When the second and the fourth do not come
        IntStream.range(0, parts.size()).filter(i -> i != 1 && i != 3).forEach(i -> connection.receive(parts.get(i)));

        // Then
        assertThat(line.sent(PartRequest.class)).containsExactly(new PartRequest(FIRST_SERIAL, List.of(2, 4)));
        connection.receive(parts.get(3));
        connection.receive(parts.get(1));
        assertThat(gateway.desk.taken()).hasSize(30);
    }

    @Test
    void asksAgainAndGivesUpInTheEndWithoutAWordOfThanks() {
        // Given only the first part
        connection.receive(
                FrameEncoder.encodeParts(TRUCK, FIRST_SERIAL, BATCH, 200).get(0));

        // When a minute goes by in steps of five seconds
        IntStream.range(0, 12).forEach(step -> line.letTimePass());

        // Then
        assertThat(line.sent(PartRequest.class)).hasSize(11);
        assertThat(batchAcks()).isEmpty();
        assertThat(gateway.count("rescueline.gps.frames.refused", "reason", "parts_missing"))
                .isEqualTo(1);
        assertThat(gateway.partsBytes()).isZero();
    }

    @Test
    void takesAPartThatComesTwiceOnce() {
        // Given
        List<byte[]> parts = FrameEncoder.encodeParts(TRUCK, FIRST_SERIAL, BATCH, 200);

        // When
        connection.receive(parts.get(0));
        parts.forEach(connection::receive);

        // Then
        assertThat(gateway.desk.taken()).hasSize(30);
    }

    @Test
    void spendsNoMemoryOnAStranger() {
        // Given a terminal that has not authenticated itself

        // When
        connection.receive(FrameEncoder.encodeParts(STRANGER, 5, BATCH, 200).get(0));

        // Then
        assertThat(batchAcks()).containsExactly(new PlatformAck(5, MessageId.LOCATION_BATCH, Result.FAILED));
        assertThat(gateway.partsBytes()).isZero();
    }

    @Test
    void keepsItsMemoryBoundedHoweverManyMessagesAreBegun() {
        // Given
        byte[] body = new byte[1000];

        // When four thousand messages begin and none ends
        for (int i = 0; i < 4000; i++) {
            connection.receive(RawFrames.part(TRUCK, i * 3, MessageId.LOCATION_BATCH, 2, 1, body));
        }

        // Then
        assertThat(gateway.partsBytes()).isBetween(1_000_000.0, 1_100_000.0);
        assertThat(gateway.count("rescueline.gps.frames.refused", "reason", "parts_memory_full"))
                .isPositive();
        assertThat(line.isClosed()).isFalse();
        connection.ended();
        assertThat(gateway.partsBytes()).isZero();
    }

    @Test
    void refusesAMessageInMorePartsThanAllowed() {
        // Given

        // When
        connection.receive(RawFrames.part(TRUCK, 9, MessageId.LOCATION_BATCH, 60_000, 1, new byte[10]));

        // Then
        assertThat(batchAcks()).containsExactly(new PlatformAck(9, MessageId.LOCATION_BATCH, Result.NOT_SUPPORTED));
        assertThat(gateway.partsBytes()).isZero();
    }

    @Test
    void refusesAPictureAtItsFirstPartAndCountsIt() {
        // Given
        var picture = new MediaUpload(1, 0, 0, 0, 1, LocationReport.at(34.5, 109.4, Gateways.NOW), new byte[5000]);

        // When
        connection.receive(FrameEncoder.encodeParts(TRUCK, 20, picture, 1000).get(0));

        // Then
        assertThat(line.sent(PlatformAck.class))
                .endsWith(new PlatformAck(20, MessageId.MEDIA_UPLOAD, Result.NOT_SUPPORTED));
        assertThat(gateway.count("rescueline.gps.frames.refused", "reason", "media_not_kept"))
                .isEqualTo(1);
        assertThat(gateway.partsBytes()).isZero();
    }

    private List<PlatformAck> batchAcks() {
        return line.sent(PlatformAck.class).stream()
                .filter(ack -> ack.answerId() == MessageId.LOCATION_BATCH)
                .toList();
    }
}
