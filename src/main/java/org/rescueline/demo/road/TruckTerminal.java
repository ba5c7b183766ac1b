package org.rescueline.demo.road;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetSocket;
import java.time.Clock;
import java.time.Duration;
import java.util.Random;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.rescueline.vehicle.gps.jt808.Authentication;
import org.rescueline.vehicle.gps.jt808.Codecs;
import org.rescueline.vehicle.gps.jt808.FrameEncoder;
import org.rescueline.vehicle.gps.jt808.FrameRefusal;
import org.rescueline.vehicle.gps.jt808.FrameSink;
import org.rescueline.vehicle.gps.jt808.FrameSplitter;
import org.rescueline.vehicle.gps.jt808.HeaderReader;
import org.rescueline.vehicle.gps.jt808.LocationAnswer;
import org.rescueline.vehicle.gps.jt808.LocationQuery;
import org.rescueline.vehicle.gps.jt808.LocationReport;
import org.rescueline.vehicle.gps.jt808.MalformedFrame;
import org.rescueline.vehicle.gps.jt808.Message;
import org.rescueline.vehicle.gps.jt808.Registration;
import org.rescueline.vehicle.gps.jt808.RegistrationAnswer;
import org.rescueline.vehicle.gps.jt808.TerminalAck;
import org.rescueline.vehicle.gps.jt808.TerminalAddress;
import org.rescueline.vehicle.gps.jt808.TextMessage;
import org.rescueline.vehicle.gps.jt808.TrackingOrder;

/**
 * The terminal of one simulated truck. It registers, authenticates and reports over TCP as a bought one does, answers
 * when it is asked where it is, and dials again after a pause when the connection is lost.
 *
 * <p>Thread rule: everything runs on the event loop on which {@link #start} is called.
 */
final class TruckTerminal {

    private static final Logger LOG = Logger.getLogger(TruckTerminal.class);
    private static final Duration REPORT_INTERVAL = Duration.ofSeconds(15);
    private static final Duration SHORTEST_REDIAL = Duration.ofSeconds(2);
    private static final Duration LONGEST_REDIAL = Duration.ofMinutes(1);

    /** Where the gateway listens. */
    record Gateway(String host, int port) {}

    private final Vertx vertx;
    private final NetClient client;
    private final Gateway gateway;
    private final TerminalAddress address;
    private final String plate;
    private final Journey journey;
    private final Clock clock;
    private final Random random;
    private Journey.Moment moment;
    private long lastAdvanceMillis;
    private Duration redial = SHORTEST_REDIAL;
    private @Nullable NetSocket socket;
    private @Nullable String authenticationCode;
    private boolean isReporting;
    private boolean isStopped;
    private int serial;

    TruckTerminal(
            Vertx vertx,
            NetClient client,
            Gateway gateway,
            TerminalAddress address,
            String plate,
            Journey journey,
            Clock clock,
            Random random) {
        this.vertx = vertx;
        this.client = client;
        this.gateway = gateway;
        this.address = address;
        this.plate = plate;
        this.journey = journey;
        this.clock = clock;
        this.random = random;
        this.moment = journey.advance(Duration.ZERO);
        this.lastAdvanceMillis = clock.millis();
    }

    void start() {
        // Spread over one interval, so that two hundred trucks do not report in the same millisecond.
        vertx.setTimer(1 + random.nextLong(REPORT_INTERVAL.toMillis()), ignored -> {
            dial();
            vertx.setPeriodic(REPORT_INTERVAL.toMillis(), tick -> onTick(tick));
        });
    }

    void stop() {
        isStopped = true;
        if (socket != null) {
            socket.close();
        }
    }

    void breakDown(Duration duration) {
        journey.standStill(duration);
        report();
    }

    private void onTick(long timer) {
        if (isStopped) {
            vertx.cancelTimer(timer);
            return;
        }
        report();
    }

    private void dial() {
        if (isStopped) {
            return;
        }
        client.connect(gateway.port(), gateway.host())
                .onSuccess(this::onConnected)
                .onFailure(this::redial);
    }

    private void redial(Throwable cause) {
        LOG.debugf("Terminal %s dials again in %s: %s", address.terminalPhone(), redial, cause.getMessage());
        vertx.setTimer(redial.toMillis(), ignored -> dial());
        redial = redial.multipliedBy(2).compareTo(LONGEST_REDIAL) < 0 ? redial.multipliedBy(2) : LONGEST_REDIAL;
    }

    private void onConnected(NetSocket connected) {
        socket = connected;
        redial = SHORTEST_REDIAL;
        var splitter = new FrameSplitter();
        var inbox = new Inbox();
        connected.handler(bytes -> splitter.feed(bytes.getBytes(), 0, bytes.length(), inbox));
        connected.exceptionHandler(
                failure -> LOG.debugf("Terminal %s: %s", address.terminalPhone(), failure.getMessage()));
        connected.closeHandler(ignored -> onClosed());
        if (authenticationCode == null) {
            register();
        } else {
            authenticate(authenticationCode);
        }
    }

    private void onClosed() {
        socket = null;
        isReporting = false;
        if (!isStopped) {
            vertx.setTimer(redial.toMillis(), ignored -> dial());
        }
    }

    private void register() {
        send(new Registration(address.version(), 61, 100, "DEMO", "SIM-808", "DEMO" + lastDigits(), 2, plate));
    }

    private String lastDigits() {
        var phone = address.terminalPhone();
        return phone.substring(Math.max(0, phone.length() - 3));
    }

    private void authenticate(String code) {
        send(
                switch (address.version()) {
                    case V2011, V2013 -> Authentication.of(code);
                    case V2019 -> new Authentication(code, "860000000000000", "1.0");
                });
        isReporting = true;
        report();
    }

    private void report() {
        if (isReporting) {
            send(currentReport());
        }
    }

    private LocationReport currentReport() {
        long now = clock.millis();
        moment = journey.advance(Duration.ofMillis(now - lastAdvanceMillis));
        lastAdvanceMillis = now;
        return LocationReport.at(moment.latitude(), moment.longitude(), clock.instant())
                .withIgnition(moment.isIgnitionOn())
                .withMotion(moment.speedKph(), moment.courseDegrees());
    }

    private void send(Message message) {
        if (socket != null) {
            serial = (serial + 1) & 0xffff;
            socket.write(Buffer.buffer(FrameEncoder.encode(address, serial, message)));
        }
    }

    private final class Inbox implements FrameSink {

        private final HeaderReader headers = new HeaderReader();

        @Override
        public void frame(byte[] content, int length) {
            try {
                var header = headers.read(content, length);
                onMessage(Codecs.decode(header, content), header.serial());
            } catch (MalformedFrame malformed) {
                LOG.warnf(
                        "The gateway sent terminal %s a frame that cannot be read: %s",
                        address.terminalPhone(), malformed.getMessage());
            }
        }

        @Override
        public void refused(FrameRefusal refusal, byte[] content, int length) {
            LOG.warnf("The gateway sent terminal %s bytes that are no frame: %s", address.terminalPhone(), refusal);
        }
    }

    private void onMessage(Message message, int askedSerial) {
        if (message instanceof RegistrationAnswer answer) {
            onRegistered(answer);
        } else if (message instanceof TrackingOrder || message instanceof TextMessage) {
            send(new TerminalAck(askedSerial, message.messageId(), 0));
        } else if (message instanceof LocationQuery) {
            send(new LocationAnswer(askedSerial, currentReport()));
        }
    }

    private void onRegistered(RegistrationAnswer answer) {
        if (answer.result() == RegistrationAnswer.Result.REGISTERED) {
            authenticationCode = answer.code();
            authenticate(answer.code());
            return;
        }
        LOG.warnf("Terminal %s was not registered: %s", address.terminalPhone(), answer.result());
    }
}
