package org.rescueline.demo.road;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetServer;
import io.vertx.core.net.NetSocket;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.rescueline.vehicle.gps.jt808.Authentication;
import org.rescueline.vehicle.gps.jt808.Codecs;
import org.rescueline.vehicle.gps.jt808.FrameEncoder;
import org.rescueline.vehicle.gps.jt808.FrameRefusal;
import org.rescueline.vehicle.gps.jt808.FrameSink;
import org.rescueline.vehicle.gps.jt808.FrameSplitter;
import org.rescueline.vehicle.gps.jt808.Header;
import org.rescueline.vehicle.gps.jt808.HeaderReader;
import org.rescueline.vehicle.gps.jt808.LocationReport;
import org.rescueline.vehicle.gps.jt808.MalformedFrame;
import org.rescueline.vehicle.gps.jt808.Message;
import org.rescueline.vehicle.gps.jt808.MessageId;
import org.rescueline.vehicle.gps.jt808.PlatformAck;
import org.rescueline.vehicle.gps.jt808.ProtocolVersion;
import org.rescueline.vehicle.gps.jt808.Registration;
import org.rescueline.vehicle.gps.jt808.RegistrationAnswer;
import org.rescueline.vehicle.gps.jt808.TerminalAddress;

/**
 * A gateway that remembers whom it heard: it gives each terminal a code, takes no other one, and notes only reports of
 * terminals that have shown theirs on the same connection.
 */
final class HeardGateway implements AutoCloseable {

    private final Vertx vertx = Vertx.vertx();
    private final NetServer server;
    private final Queue<NetSocket> connections = new ConcurrentLinkedQueue<>();
    private final Map<String, Integer> registrations = new ConcurrentHashMap<>();
    private final Map<String, Queue<LocationReport>> reports = new ConcurrentHashMap<>();
    private final Queue<String> complaints = new ConcurrentLinkedQueue<>();

    HeardGateway() {
        server = vertx.createNetServer().connectHandler(this::connected);
        server.listen(0, "127.0.0.1").toCompletionStage().toCompletableFuture().join();
    }

    int port() {
        return server.actualPort();
    }

    /** How many connections were ever opened. */
    int connections() {
        return connections.size();
    }

    /** How often each terminal has registered, by its phone. */
    Map<String, Integer> registrations() {
        return registrations;
    }

    /** What each terminal has reported since it authenticated, by its phone. */
    Map<String, Queue<LocationReport>> reports() {
        return reports;
    }

    /** What a terminal must not do, such as speaking before it has shown its code. */
    Queue<String> complaints() {
        return complaints;
    }

    /** Cuts every line, as a restart of the service does. */
    void cutAll() {
        connections.forEach(NetSocket::close);
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    private void connected(NetSocket socket) {
        connections.add(socket);
        var splitter = new FrameSplitter();
        var talk = new Talk(socket);
        socket.handler(bytes -> splitter.feed(bytes.getBytes(), 0, bytes.length(), talk));
    }

    private static String codeOf(String phone) {
        return "code of " + phone;
    }

    private final class Talk implements FrameSink {

        private final NetSocket socket;
        private final HeaderReader headers = new HeaderReader();
        private final Set<String> authenticated = ConcurrentHashMap.newKeySet();

        private Talk(NetSocket socket) {
            this.socket = socket;
        }

        @Override
        public void frame(byte[] content, int length) {
            try {
                var header = headers.read(content, length);
                heard(header, Codecs.decode(header, content));
            } catch (MalformedFrame malformed) {
                complaints.add("cannot be read: " + malformed.getMessage());
            }
        }

        @Override
        public void refused(FrameRefusal refusal, byte[] content, int length) {
            complaints.add("no frame: " + refusal);
        }

        private void heard(Header header, Message message) {
            var phone = header.terminalPhone();
            if (message instanceof Registration) {
                registrations.merge(phone, 1, Integer::sum);
                answer(header, RegistrationAnswer.registered(header.serial(), codeOf(phone)));
            } else if (message instanceof Authentication shown) {
                authenticate(header, shown);
            } else if (message instanceof LocationReport report) {
                reported(phone, report);
            }
        }

        private void authenticate(Header header, Authentication shown) {
            boolean isRight = shown.code().equals(codeOf(header.terminalPhone()));
            if (isRight) {
                authenticated.add(header.terminalPhone());
            }
            answer(
                    header,
                    new PlatformAck(
                            header.serial(),
                            MessageId.AUTHENTICATION,
                            isRight ? PlatformAck.Result.DONE : PlatformAck.Result.FAILED));
        }

        private void reported(String phone, LocationReport report) {
            if (!authenticated.contains(phone)) {
                complaints.add(phone + " reports without having shown its code");
                return;
            }
            reports.computeIfAbsent(phone, ignored -> new ConcurrentLinkedQueue<>())
                    .add(report);
        }

        private void answer(Header header, Message message) {
            var address = new TerminalAddress(
                    header.version() == ProtocolVersion.V2019 ? ProtocolVersion.V2019 : ProtocolVersion.V2013,
                    header.terminalPhone());
            socket.write(Buffer.buffer(FrameEncoder.encode(address, header.serial(), message)));
        }
    }
}
