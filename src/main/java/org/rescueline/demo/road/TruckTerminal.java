package org.rescueline.demo.road;

import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Duration;
import java.util.Random;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.rescueline.vehicle.gps.jt808.Authentication;
import org.rescueline.vehicle.gps.jt808.LocationAnswer;
import org.rescueline.vehicle.gps.jt808.LocationQuery;
import org.rescueline.vehicle.gps.jt808.LocationReport;
import org.rescueline.vehicle.gps.jt808.Message;
import org.rescueline.vehicle.gps.jt808.MessageId;
import org.rescueline.vehicle.gps.jt808.PlatformAck;
import org.rescueline.vehicle.gps.jt808.Registration;
import org.rescueline.vehicle.gps.jt808.RegistrationAnswer;
import org.rescueline.vehicle.gps.jt808.TerminalAck;
import org.rescueline.vehicle.gps.jt808.TerminalAddress;
import org.rescueline.vehicle.gps.jt808.TextMessage;
import org.rescueline.vehicle.gps.jt808.TrackingOrder;

/**
 * The terminal of one simulated truck. It registers, authenticates and reports over its line as a bought one does, and
 * answers when it is asked where it is.
 *
 * <p>Thread rule: everything runs on the event loop on which {@link #start} is called.
 */
final class TruckTerminal {

    private static final Logger LOG = Logger.getLogger(TruckTerminal.class);

    /** So many reports without an answer mean that the gateway does not know this terminal any more. */
    private static final int MOST_UNANSWERED = 3;

    private final Vertx vertx;
    private final TruckLine line;
    private final TerminalAddress address;
    private final String plate;
    private final Journey journey;
    private final Clock clock;
    private final Random random;
    private long lastAdvanceMillis;
    private @Nullable String authenticationCode;
    private boolean isUnderWay;
    private boolean isReporting;
    private boolean isStopped;
    private int serial;
    private int unanswered;

    TruckTerminal(
            Vertx vertx,
            TruckLine line,
            TerminalAddress address,
            String plate,
            Journey journey,
            Clock clock,
            Random random) {
        this.vertx = vertx;
        this.line = line;
        this.address = address;
        this.plate = plate;
        this.journey = journey;
        this.clock = clock;
        this.random = random;
        this.lastAdvanceMillis = clock.millis();
    }

    TerminalAddress address() {
        return address;
    }

    /** Spread over one interval, so that thousands of trucks do not report in the same millisecond. */
    void start(Duration reportInterval) {
        vertx.setTimer(1 + random.nextLong(reportInterval.toMillis()), ignored -> {
            isUnderWay = true;
            line.open(this);
            vertx.setPeriodic(reportInterval.toMillis(), this::onTick);
        });
    }

    void stop() {
        isStopped = true;
    }

    boolean isUnderWay() {
        return isUnderWay;
    }

    void breakDown(Duration duration) {
        journey.standStill(duration);
        report();
    }

    /** The line stands. */
    void onLine() {
        if (authenticationCode == null) {
            register();
        } else {
            authenticate(authenticationCode);
        }
    }

    /** The line is gone. */
    void offLine() {
        isReporting = false;
    }

    /** The gateway said something to this terminal. */
    void onMessage(Message message, int askedSerial) {
        if (message instanceof RegistrationAnswer answer) {
            onRegistered(answer);
        } else if (message instanceof PlatformAck ack) {
            onAcknowledged(ack);
        } else if (message instanceof TrackingOrder || message instanceof TextMessage) {
            send(new TerminalAck(askedSerial, message.messageId(), 0));
        } else if (message instanceof LocationQuery) {
            send(new LocationAnswer(askedSerial, currentReport()));
        }
    }

    private void onTick(long timer) {
        if (isStopped) {
            vertx.cancelTimer(timer);
            return;
        }
        if (isReporting) {
            report();
        } else {
            // A gateway that was asked too much at once turned this one away, or the line is down: it tries again.
            line.open(this);
        }
    }

    /** A code that is not taken any more is forgotten; the next beat registers anew. */
    private void onAcknowledged(PlatformAck ack) {
        if (ack.answerId() == MessageId.AUTHENTICATION && ack.result() != PlatformAck.Result.DONE) {
            authenticationCode = null;
            isReporting = false;
        } else if (ack.result() == PlatformAck.Result.DONE) {
            unanswered = 0;
        }
    }

    private void register() {
        send(new Registration(address.version(), 61, 100, "DEMO", "SIM-808", "DEMO" + lastDigits(), 2, plate));
    }

    private String lastDigits() {
        var phone = address.terminalPhone();
        return phone.substring(Math.max(0, phone.length() - 3));
    }

    private void onRegistered(RegistrationAnswer answer) {
        if (answer.result() == RegistrationAnswer.Result.REGISTERED) {
            authenticationCode = answer.code();
            authenticate(answer.code());
            return;
        }
        LOG.warnf("Terminal %s was not registered: %s", address.terminalPhone(), answer.result());
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
        if (!isReporting) {
            return;
        }
        send(currentReport());
        unanswered++;
        if (unanswered > MOST_UNANSWERED) {
            // The answer to its authentication may have been lost as well: the next beat signs on once more.
            unanswered = 0;
            isReporting = false;
        }
    }

    private LocationReport currentReport() {
        long now = clock.millis();
        var moment = journey.advance(Duration.ofMillis(now - lastAdvanceMillis));
        lastAdvanceMillis = now;
        return LocationReport.at(moment.latitude(), moment.longitude(), clock.instant())
                .withIgnition(moment.isIgnitionOn())
                .withMotion(moment.speedKph(), moment.courseDegrees());
    }

    private void send(Message message) {
        serial = (serial + 1) & 0xffff;
        line.send(address, serial, message);
    }
}
