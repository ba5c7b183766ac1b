package org.rescueline.vehicle.gps.jt808;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.rescueline.vehicle.gps.jt808.Frames.Decoded;

/**
 * The laws of the codec, each tried on a thousand made-up cases. The limits of every field are tried by the first; made
 * for all, they would take most of the time.
 */
class CodecLawsTest {
    /** A message with whom it comes from. */
    record Sent(TerminalAddress address, int serial, Message message) {
        byte[] wire() {
            return FrameEncoder.encode(address, serial, message);
        }
    }

    @Property(seed = "808")
    void readsBackWhatItWrote(@ForAll("sent") Sent sent) throws MalformedFrame {
        // Given a message on the wire
        byte[] wire = sent.wire();

        // When
        Decoded decoded = Frames.decodeWire(wire);

        // Then
        assertThat(decoded.message()).isEqualTo(sent.message());
        assertThat(decoded.header().serial()).isEqualTo(sent.serial());
        assertThat(decoded.header().terminalPhone()).isEqualTo(sent.address().terminalPhone());
    }

    @Property(seed = "808", edgeCases = EdgeCasesMode.NONE, tries = 300)
    void readsTheSameFramesHoweverTheStreamIsCut(
            @ForAll("conversation") List<Sent> conversation,
            @ForAll @Size(max = 20) List<@IntRange(max = 90) Integer> cuts) {
        // Given one stream of several frames
        ByteArrayOutputStream stream = new ByteArrayOutputStream();
        conversation.forEach(sent -> stream.writeBytes(sent.wire()));

        // When it arrives in pieces
        Collected collected = new Collected();
        feedInPieces(stream.toByteArray(), cuts, collected);

        // Then
        assertThat(collected.refusals).isEmpty();
        assertThat(messages(collected))
                .isEqualTo(conversation.stream().map(Sent::message).toList());
    }

    @Property(seed = "808", edgeCases = EdgeCasesMode.NONE)
    void refusesGarbageWithAReasonAndNeverFails(@ForAll("garbage") byte[] garbage) {
        // Given any bytes

        // When
        Collected collected = Collected.from(garbage);

        // Then
        for (byte[] frame : collected.frames) {
            expectMessageOrRefusal(frame);
        }
    }

    @Property(seed = "808", edgeCases = EdgeCasesMode.NONE)
    void neverTakesAFrameWithOneTurnedBit(@ForAll("sent") Sent sent, @ForAll @IntRange(max = 1 << 20) int turned) {
        // Given one bit of the content turned
        byte[] content = Collected.from(sent.wire()).frames.get(0);
        int bit = turned % (content.length * 8);
        content[bit / 8] ^= (byte) (1 << (bit % 8));

        // When
        FrameRefusal refusal = refusalOf(content);

        // Then
        assertThat(refusal).isEqualTo(FrameRefusal.WRONG_CHECK);
    }

    @Property(seed = "808", edgeCases = EdgeCasesMode.NONE)
    void findsTheFrameBehindAnyGarbage(@ForAll("garbage") byte[] garbage, @ForAll("sent") Sent sent) {
        // Given garbage and a whole frame behind it
        ByteArrayOutputStream stream = new ByteArrayOutputStream();
        stream.writeBytes(garbage);
        stream.writeBytes(sent.wire());

        // When
        Collected collected = Collected.from(stream.toByteArray());

        // Then
        byte[] last = collected.frames.get(collected.frames.size() - 1);
        assertThat(messages(List.of(last))).containsExactly(sent.message());
    }

    @Provide
    Arbitrary<Sent> sent() {
        return Messages808.addresses().flatMap(address -> Messages808.messages(address.version())
                .flatMap(message ->
                        Arbitraries.integers().between(0, 0xffff).map(serial -> new Sent(address, serial, message))));
    }

    @Provide
    Arbitrary<List<Sent>> conversation() {
        return sent().list().ofMinSize(1).ofMaxSize(6);
    }

    @Provide
    Arbitrary<byte[]> garbage() {
        Arbitrary<Byte> marksMoreOftenThanChance = Arbitraries.frequencyOf(
                Tuple.of(6, Arbitraries.bytes()),
                Tuple.of(1, Arbitraries.of((byte) 0x7e, (byte) 0x7d, (byte) 0x01, (byte) 0x02)));
        return marksMoreOftenThanChance.array(byte[].class).ofMaxSize(3000);
    }

    private static void feedInPieces(byte[] stream, List<Integer> cuts, Collected collected) {
        FrameSplitter splitter = new FrameSplitter();
        int at = 0;
        for (int cut : cuts) {
            int count = Math.min(cut, stream.length - at);
            splitter.feed(stream, at, count, collected);
            at += count;
        }
        splitter.feed(stream, at, stream.length - at, collected);
    }

    private static List<Message> messages(Collected collected) {
        return messages(collected.frames);
    }

    private static List<Message> messages(List<byte[]> frames) {
        List<Message> messages = new ArrayList<>();
        for (byte[] frame : frames) {
            try {
                messages.add(Frames.decode(frame, frame.length).message());
            } catch (MalformedFrame e) {
                fail("a whole frame was refused: " + e.refusal());
            }
        }
        return messages;
    }

    private static void expectMessageOrRefusal(byte[] frame) {
        try {
            assertThat(Frames.decode(frame, frame.length).message()).isNotNull();
        } catch (MalformedFrame e) {
            assertThat(e.refusal()).isNotNull();
        }
    }

    private static FrameRefusal refusalOf(byte[] content) {
        try {
            return fail("taken as " + Frames.decode(content, content.length).message());
        } catch (MalformedFrame e) {
            return e.refusal();
        }
    }
}
