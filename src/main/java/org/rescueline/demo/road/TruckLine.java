package org.rescueline.demo.road;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetSocket;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.rescueline.vehicle.gps.jt808.Codecs;
import org.rescueline.vehicle.gps.jt808.FrameEncoder;
import org.rescueline.vehicle.gps.jt808.FrameRefusal;
import org.rescueline.vehicle.gps.jt808.FrameSink;
import org.rescueline.vehicle.gps.jt808.FrameSplitter;
import org.rescueline.vehicle.gps.jt808.HeaderReader;
import org.rescueline.vehicle.gps.jt808.MalformedFrame;
import org.rescueline.vehicle.gps.jt808.Message;
import org.rescueline.vehicle.gps.jt808.TerminalAddress;

/**
 * One connection to the gateway: a truck's own, or that of a forwarder that carries many. Dials again after a pause when
 * it is lost.
 *
 * <p>Thread rule: everything runs on the event loop on which {@link #dial} is called.
 */
final class TruckLine {

    private static final Logger LOG = Logger.getLogger(TruckLine.class);
    private static final Duration SHORTEST_REDIAL = Duration.ofSeconds(2);
    private static final Duration LONGEST_REDIAL = Duration.ofMinutes(1);

    /** Where the gateway listens. */
    record Gateway(String host, int port) {}

    private final Vertx vertx;
    private final NetClient client;
    private final Gateway gateway;
    private final Map<String, TruckTerminal> terminals = new HashMap<>();
    private Duration redial = SHORTEST_REDIAL;
    private @Nullable NetSocket socket;
    private boolean isDialling;
    private boolean isStopped;

    TruckLine(Vertx vertx, NetClient client, Gateway gateway) {
        this.vertx = vertx;
        this.client = client;
        this.gateway = gateway;
    }

    void carry(TruckTerminal terminal) {
        terminals.put(terminal.address().terminalPhone(), terminal);
    }

    /** The terminal has set off, or was turned away and tries again: the line is dialled when it is not up. */
    void open(TruckTerminal terminal) {
        if (socket != null) {
            terminal.onLine();
        } else if (!isDialling) {
            dial();
        }
    }

    void stop() {
        isStopped = true;
        if (socket != null) {
            socket.close();
        }
    }

    /** What is sent while the line is down is lost, as it is with a cheap terminal. */
    void send(TerminalAddress address, int serial, Message message) {
        if (socket != null) {
            socket.write(Buffer.buffer(FrameEncoder.encode(address, serial, message)));
        }
    }

    private void dial() {
        if (isStopped) {
            return;
        }
        isDialling = true;
        client.connect(gateway.port(), gateway.host())
                .onSuccess(this::onConnected)
                .onFailure(this::redial);
    }

    private void redial(Throwable cause) {
        LOG.debugf("A line of %d trucks dials again in %s: %s", terminals.size(), redial, cause.getMessage());
        vertx.setTimer(redial.toMillis(), ignored -> dial());
        redial = redial.multipliedBy(2).compareTo(LONGEST_REDIAL) < 0 ? redial.multipliedBy(2) : LONGEST_REDIAL;
    }

    private void onConnected(NetSocket connected) {
        isDialling = false;
        socket = connected;
        redial = SHORTEST_REDIAL;
        var splitter = new FrameSplitter();
        var inbox = new Inbox();
        connected.handler(bytes -> splitter.feed(bytes.getBytes(), 0, bytes.length(), inbox));
        connected.exceptionHandler(failure -> LOG.debugf("A line of trucks: %s", failure.getMessage()));
        connected.closeHandler(ignored -> onClosed());
        terminals.values().stream().filter(TruckTerminal::isUnderWay).forEach(TruckTerminal::onLine);
    }

    private void onClosed() {
        socket = null;
        terminals.values().forEach(TruckTerminal::offLine);
        if (!isStopped) {
            isDialling = true;
            vertx.setTimer(redial.toMillis(), ignored -> dial());
        }
    }

    private final class Inbox implements FrameSink {

        private final HeaderReader headers = new HeaderReader();

        @Override
        public void frame(byte[] content, int length) {
            try {
                var header = headers.read(content, length);
                var terminal = terminals.get(header.terminalPhone());
                if (terminal == null) {
                    LOG.warnf("The gateway speaks to terminal %s, which is not on this line", header.terminalPhone());
                    return;
                }
                terminal.onMessage(Codecs.decode(header, content), header.serial());
            } catch (MalformedFrame malformed) {
                LOG.warnf("The gateway sent trucks a frame that cannot be read: %s", malformed.getMessage());
            }
        }

        @Override
        public void refused(FrameRefusal refusal, byte[] content, int length) {
            LOG.warnf("The gateway sent trucks bytes that are no frame: %s", refusal);
        }
    }
}
