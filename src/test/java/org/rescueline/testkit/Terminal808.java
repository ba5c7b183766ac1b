package org.rescueline.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.rescueline.vehicle.gps.jt808.Authentication;
import org.rescueline.vehicle.gps.jt808.Codecs;
import org.rescueline.vehicle.gps.jt808.FrameEncoder;
import org.rescueline.vehicle.gps.jt808.FrameRefusal;
import org.rescueline.vehicle.gps.jt808.FrameSink;
import org.rescueline.vehicle.gps.jt808.FrameSplitter;
import org.rescueline.vehicle.gps.jt808.Header;
import org.rescueline.vehicle.gps.jt808.HeaderReader;
import org.rescueline.vehicle.gps.jt808.LocationAnswer;
import org.rescueline.vehicle.gps.jt808.LocationQuery;
import org.rescueline.vehicle.gps.jt808.LocationReport;
import org.rescueline.vehicle.gps.jt808.MalformedFrame;
import org.rescueline.vehicle.gps.jt808.Message;
import org.rescueline.vehicle.gps.jt808.PlatformAck;
import org.rescueline.vehicle.gps.jt808.ProtocolVersion;
import org.rescueline.vehicle.gps.jt808.RawFrames;
import org.rescueline.vehicle.gps.jt808.Registration;
import org.rescueline.vehicle.gps.jt808.RegistrationAnswer;
import org.rescueline.vehicle.gps.jt808.TerminalAck;
import org.rescueline.vehicle.gps.jt808.TerminalAddress;
import org.rescueline.vehicle.gps.jt808.TerminalMessage;

/**
 * A truck's terminal for tests: a real TCP client that registers, authenticates and reports. Several of them may share one
 * connection, as behind a forwarder: {@link #another}.
 */
public final class Terminal808 implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Wire wire;
    private final TerminalAddress address;
    private int serial;

    private Terminal808(Wire wire, TerminalAddress address) {
        this.wire = wire;
        this.address = address;
    }

    /** Connects; says nothing yet. */
    public static Terminal808 connect(int port, ProtocolVersion version, String phone) {
        return new Terminal808(new Wire(TerminalWire.tcp(port, PATIENCE)), new TerminalAddress(version, phone));
    }

    /** Registers and authenticates over UDP. */
    public static Terminal808 onlineOverUdp(int port, String phone) {
        Terminal808 terminal =
                new Terminal808(new Wire(TerminalWire.udp(port)), new TerminalAddress(ProtocolVersion.V2013, phone));
        terminal.signIn();
        return terminal;
    }

    /** Connects, registers and authenticates with what it is given. */
    public static Terminal808 online(int port, String phone) {
        Terminal808 terminal = connect(port, ProtocolVersion.V2013, phone);
        terminal.signIn();
        return terminal;
    }

    /** Another terminal over the same connection. */
    public Terminal808 another(ProtocolVersion version, String phone) {
        return new Terminal808(wire, new TerminalAddress(version, phone));
    }

    /** Registers and authenticates. */
    public void signIn() {
        String code = register("陕A00000").code();
        assertThat(authenticate(code)).isEqualTo(PlatformAck.Result.DONE);
    }

    /** Registers with a plate, and waits for the answer. */
    public RegistrationAnswer register(String plate) {
        int sent = send(new Registration(address.version(), 61, 113, "70103", "TEST-G", "T" + lastDigits(), 2, plate));
        return await(RegistrationAnswer.class, answer -> answer.answerSerial() == sent);
    }

    /** Shows a code, and waits for the answer. */
    public PlatformAck.Result authenticate(String code) {
        return sendAndAwait(new Authentication(code, "860000000000014", "TEST-1.0"));
    }

    /** Reports a place, and waits until it is acknowledged. */
    public PlatformAck.Result report(double latitude, double longitude, Instant at) {
        return report(LocationReport.at(latitude, longitude, at).withIgnition(true));
    }

    /** Reports, and waits until it is acknowledged. */
    public PlatformAck.Result report(LocationReport report) {
        return sendAndAwait(report);
    }

    /** Says something, and waits until it is acknowledged. */
    public PlatformAck.Result sendAndAwait(TerminalMessage message) {
        int sent = send(message);
        return await(PlatformAck.class, ack -> ack.answerSerial() == sent).result();
    }

    /** Says something and does not wait. */
    public int send(TerminalMessage message) {
        int sent = serial++ & 0xffff;
        sendRaw(FrameEncoder.encode(address, sent, message));
        return sent;
    }

    /** Says something in parts of so many bytes and does not wait; answers the serial of the first. */
    public int sendParts(TerminalMessage message, int partBytes) {
        int first = serial;
        List<byte[]> parts = FrameEncoder.encodeParts(address, first, message, partBytes);
        serial += parts.size();
        parts.forEach(wire::send);
        return first;
    }

    /**
     * Waits until what was sent under this serial is acknowledged. The serial and not only the kind: each part of a message
     * gets an answer of its own, so that those of the last message would pass for the next one's.
     */
    public PlatformAck.Result awaitAck(int answered) {
        return await(PlatformAck.class, ack -> ack.answerSerial() == (answered & 0xffff))
                .result();
    }

    /**
     * Says something in parts of so many bytes and waits until every part is acknowledged, as terminals do that wait for
     * each.
     *
     * @return what became of the whole; the parts of one message all get the same answer
     */
    public PlatformAck.Result sayInParts(TerminalMessage message, int partBytes) {
        int first = sendParts(message, partBytes);
        PlatformAck.Result result = awaitAck(first);
        for (int part = first + 1; part < serial; part++) {
            result = awaitAck(part);
        }
        return result;
    }

    /** The serials that were acknowledged as done and that nobody waited for; they and what came beside them are gone. */
    public List<Integer> takeAcknowledged() {
        return wire.takeAll().stream()
                .map(Received::message)
                .filter(PlatformAck.class::isInstance)
                .map(PlatformAck.class::cast)
                .filter(ack -> ack.result() == PlatformAck.Result.DONE)
                .map(PlatformAck::answerSerial)
                .toList();
    }

    /** Sends bytes as they are. */
    public void sendRaw(byte... bytes) {
        wire.send(bytes);
    }

    /** A frame of this terminal with any id and body, for what the codec does not speak. */
    public byte[] rawFrame(int messageId, byte... body) {
        return RawFrames.frame(address, serial++ & 0xffff, messageId, 0, body);
    }

    /** Waits until it is asked where it is; answers when {@code report} is given. */
    public void awaitQuery(Optional<LocationReport> report) {
        int asked = wire.await(received -> received.message() instanceof LocationQuery
                        && received.header().terminalPhone().equals(address.terminalPhone()))
                .header()
                .serial();
        report.ifPresent(here -> send(new LocationAnswer(asked, here)));
    }

    /** Waits for an order, and answers its serial. */
    public int awaitOrder(Class<? extends Message> type) {
        return awaitReceived(type).header().serial();
    }

    /** Waits for an order, and answers it with the standard's number: 0 done, 3 not supported. */
    public <M extends Message> M answerOrder(Class<M> type, int result) {
        Received received = awaitReceived(type);
        send(new TerminalAck(received.header().serial(), received.message().messageId(), result));
        return type.cast(received.message());
    }

    private Received awaitReceived(Class<? extends Message> type) {
        return wire.await(candidate -> candidate.header().terminalPhone().equals(address.terminalPhone())
                && type.isInstance(candidate.message()));
    }

    /** Waits for a message to this terminal, and throws other ones away. */
    public <M extends Message> M await(Class<M> type, Function<M, Boolean> isWanted) {
        Received received =
                wire.await(candidate -> candidate.header().terminalPhone().equals(address.terminalPhone())
                        && type.isInstance(candidate.message())
                        && isWanted.apply(type.cast(candidate.message())));
        return type.cast(received.message());
    }

    /** Whether nothing at all comes for so long. */
    public boolean hearsNothingFor(Duration duration) {
        return wire.hearsNothingFor(duration);
    }

    /** Whether the other end closes the connection before patience ends. */
    public boolean isClosedByPeer() {
        return wire.isClosedByPeer();
    }

    @Override
    public void close() {
        wire.close();
    }

    private String lastDigits() {
        String phone = address.terminalPhone();
        return phone.substring(Math.max(0, phone.length() - 6));
    }

    private record Received(Header header, Message message) {}

    /** What comes over the wire, as messages. */
    private static final class Wire implements FrameSink {
        private final TerminalWire wire;
        private final FrameSplitter splitter = new FrameSplitter();
        private final HeaderReader headers = new HeaderReader();
        private final Deque<Received> received = new ArrayDeque<>();

        Wire(TerminalWire wire) {
            this.wire = wire;
        }

        void send(byte... bytes) {
            try {
                wire.send(bytes);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        Received await(Function<Received, Boolean> isWanted) {
            long end = System.nanoTime() + PATIENCE.toNanos();
            while (System.nanoTime() < end) {
                Received next = received.poll();
                if (next == null) {
                    read(PATIENCE);
                } else if (isWanted.apply(next)) {
                    return next;
                }
            }
            throw new AssertionError("the platform did not say what was waited for within " + PATIENCE);
        }

        List<Received> takeAll() {
            List<Received> all = List.copyOf(received);
            received.clear();
            return all;
        }

        boolean hearsNothingFor(Duration duration) {
            if (received.isEmpty()) {
                try {
                    read(duration);
                } catch (AssertionError silence) {
                    return true;
                }
            }
            return received.isEmpty();
        }

        boolean isClosedByPeer() {
            byte[] underWay = new byte[4096];
            try {
                while (wire.receive(underWay, PATIENCE) >= 0) {
                    // What was still under way.
                }
                return true;
            } catch (SocketTimeoutException e) {
                return false;
            } catch (IOException e) {
                return true;
            }
        }

        void close() {
            try {
                wire.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private void read(Duration patience) {
            byte[] bytes = new byte[4096];
            try {
                int count = wire.receive(bytes, patience);
                if (count < 0) {
                    throw new AssertionError("the platform closed the connection");
                }
                splitter.feed(bytes, 0, count, this);
            } catch (SocketTimeoutException e) {
                throw new AssertionError("the platform said nothing for " + patience, e);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void frame(byte[] content, int length) {
            try {
                Header header = headers.read(content, length);
                received.add(new Received(header, Codecs.decode(header, content)));
            } catch (MalformedFrame e) {
                throw new AssertionError("the platform sent a frame that cannot be read: " + e.refusal(), e);
            }
        }

        @Override
        public void refused(FrameRefusal refusal, byte[] content, int length) {
            throw new AssertionError("the platform sent bytes that are no frame: " + refusal);
        }
    }
}
