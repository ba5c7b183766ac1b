package org.rescueline.vehicle.gps.gateway;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.rescueline.vehicle.gps.fix.DropReason;
import org.rescueline.vehicle.gps.fix.Fix;
import org.rescueline.vehicle.gps.intake.DriverDesk;
import org.rescueline.vehicle.gps.intake.PositionDesk;
import org.rescueline.vehicle.gps.intake.Reception;
import org.rescueline.vehicle.gps.intake.TrackedTerminal;
import org.rescueline.vehicle.gps.jt808.Authentication;
import org.rescueline.vehicle.gps.jt808.DriverIdentity;
import org.rescueline.vehicle.gps.jt808.FrameEncoder;
import org.rescueline.vehicle.gps.jt808.FrameRefusal;
import org.rescueline.vehicle.gps.jt808.Header;
import org.rescueline.vehicle.gps.jt808.Heartbeat;
import org.rescueline.vehicle.gps.jt808.LocationAnswer;
import org.rescueline.vehicle.gps.jt808.LocationBatch;
import org.rescueline.vehicle.gps.jt808.LocationReport;
import org.rescueline.vehicle.gps.jt808.Logout;
import org.rescueline.vehicle.gps.jt808.Message;
import org.rescueline.vehicle.gps.jt808.ParameterAnswer;
import org.rescueline.vehicle.gps.jt808.PartRequest;
import org.rescueline.vehicle.gps.jt808.PlatformAck;
import org.rescueline.vehicle.gps.jt808.PlatformAck.Result;
import org.rescueline.vehicle.gps.jt808.PlatformMessage;
import org.rescueline.vehicle.gps.jt808.Registration;
import org.rescueline.vehicle.gps.jt808.TerminalAck;
import org.rescueline.vehicle.gps.jt808.TerminalAttributes;
import org.rescueline.vehicle.gps.jt808.TerminalMessage;

/**
 * What each message on one connection is answered with.
 *
 * <ul>
 *   <li>Register: a code, or why not. Authenticate: yes or no; yes opens the terminal's session.
 *   <li>Everything else needs a session, otherwise "failed" tells the terminal to authenticate again.
 *   <li>A position is answered when it is stored, or dropped for good: a terminal forgets what is answered. While the queue
 *       is full, or an SOS that came with it is not stored, there is no answer, and the terminal sends it again.
 *   <li>Positions the terminal had kept (0x0704), and its driver's card, are answered once they are stored.
 *   <li>What is not spoken here is answered "not supported", so that no terminal believes it kept.
 *   <li>No answer when the database does not answer us: the terminal repeats.
 * </ul>
 *
 * <p>All of it on the thread of the line.
 */
final class Dialogue {
    private final Line line;
    private final Registrar registrar;
    private final PositionDesk positions;
    private final DriverDesk drivers;
    private final TerminalSessions sessions;
    private final GatewayMeters meters;
    private final int maxTerminals;
    private final Map<String, TerminalSession> own = new HashMap<>();
    private final HeldAnswers held;
    private @Nullable TerminalSession lastUsed;
    private int answerSerial;

    Dialogue(
            Line line,
            Registrar registrar,
            PositionDesk positions,
            DriverDesk drivers,
            TerminalSessions sessions,
            GatewayMeters meters,
            int maxTerminals) {
        this.line = line;
        this.registrar = registrar;
        this.positions = positions;
        this.drivers = drivers;
        this.sessions = sessions;
        this.meters = meters;
        this.maxTerminals = maxTerminals;
        this.held = new HeldAnswers(line, positions, this::done);
    }

    void hear(Header header, Message message, Instant receivedAt) {
        if (message instanceof TerminalMessage said) {
            hear(header, said, receivedAt);
            return;
        }
        // Another platform at the other end: answering its answers would never end.
        meters.refused(FrameRefusal.UNKNOWN_MESSAGE);
    }

    /** A piece of the stream has been heard to its end: its positions are answered together. */
    void pieceHeard() {
        held.ask();
    }

    /** A message whose header could be read and whose body could not. */
    void refuse(Header header, FrameRefusal refusal) {
        switch (refusal) {
            case UNKNOWN_MESSAGE, ENCRYPTED, SUB_PACKET, TOO_MANY_PARTS, MEDIA_NOT_KEPT ->
                acknowledge(header, Result.NOT_SUPPORTED);
            case PARTS_MEMORY_FULL -> {
                // No answer: it shall send the message again when others have become whole.
            }
            default -> acknowledge(header, Result.WRONG_MESSAGE);
        }
    }

    /** Whether the terminal has a session; without one no memory is spent on parts. It is told so if not. */
    boolean admitsParts(Header header) {
        if (sessionOf(header) != null) {
            return true;
        }
        meters.notAuthenticated();
        acknowledge(header, Result.FAILED);
        return false;
    }

    /** Asks a terminal for parts that are missing. */
    void askForParts(Header header, PartRequest request) {
        send(header, request);
    }

    /** The terminal that speaks, as far as it has a session. */
    @Nullable
    TrackedTerminal terminalOf(Header header) {
        TerminalSession session = sessionOf(header);
        return session == null ? null : session.terminal();
    }

    /** The connection's only terminal: whom bytes that name no sender are from. Null when there are none or several. */
    @Nullable
    TrackedTerminal onlyTerminal() {
        return own.size() == 1 ? own.values().iterator().next().terminal() : null;
    }

    boolean hasSessions() {
        return !own.isEmpty();
    }

    /** One of this connection's terminals speaks over a newer one; a connection without terminals has no purpose. */
    void superseded(TerminalSession session) {
        own.remove(session.phone(), session);
        lastUsed = null;
        if (own.isEmpty()) {
            line.close();
        }
    }

    void ended() {
        new ArrayList<>(own.values()).forEach(sessions::close);
        own.clear();
        lastUsed = null;
    }

    private void hear(Header header, TerminalMessage message, Instant receivedAt) {
        if (message instanceof Registration registration) {
            register(header, registration);
        } else if (message instanceof Authentication authentication) {
            authenticate(header, authentication);
        } else {
            TerminalSession session = sessionOf(header);
            if (session == null) {
                admit(header);
            } else {
                hear(session, header, message, receivedAt);
            }
        }
    }

    private void hear(TerminalSession session, Header header, TerminalMessage message, Instant receivedAt) {
        if (message instanceof LocationReport report) {
            report(session, header, report, receivedAt);
        } else if (message instanceof LocationAnswer answer) {
            answer(session, answer, receivedAt);
        } else if (message instanceof Heartbeat) {
            acknowledge(header, Result.DONE);
        } else if (message instanceof TerminalAck ack) {
            acknowledged(session, ack);
        } else if (message instanceof LocationBatch batch) {
            keep(session, header, batch, receivedAt);
        } else if (message instanceof DriverIdentity driver) {
            later(drivers.note(session.terminal(), driver, receivedAt), stored -> acknowledge(header, Result.DONE));
        } else if (message instanceof ParameterAnswer answer) {
            session.orders().answered(answer);
        } else if (message instanceof TerminalAttributes attributes) {
            session.orders().answered(attributes);
        } else if (message instanceof Logout) {
            logout(session, header);
        }
    }

    private static void acknowledged(TerminalSession session, TerminalAck ack) {
        session.orders().acknowledged(ack);
        if (!ack.isDone()) {
            session.answered(ack.answerSerial(), Optional.empty());
        }
    }

    /** Answered when the whole batch is stored, and not at all when it is not: the terminal deletes what is answered. */
    private void keep(TerminalSession session, Header header, LocationBatch batch, Instant receivedAt) {
        for (int i = 0; i < batch.unreadable(); i++) {
            meters.refused(FrameRefusal.BAD_BATCH_ITEM);
            session.terminal().countRefusal(FrameRefusal.BAD_BATCH_ITEM.label(), receivedAt);
        }
        List<Fix> fixes = batch.reports().stream()
                .map(report -> ReportedFix.of(report, receivedAt))
                .toList();
        later(positions.takeKept(session.terminal(), fixes), stored -> acknowledge(header, Result.DONE));
    }

    private void register(Header header, Registration registration) {
        later(registrar.register(header, registration), answer -> send(header, answer));
    }

    private void authenticate(Header header, Authentication authentication) {
        later(registrar.authenticate(header, authentication), terminal -> {
            boolean isOpen = terminal.isPresent() && open(header, terminal.get());
            acknowledge(header, isOpen ? Result.DONE : Result.FAILED);
        });
    }

    /** A terminal that has not shown its code: let in where the operator of the system allows it. */
    private void admit(Header header) {
        later(registrar.admit(header), terminal -> {
            if (terminal.isEmpty()) {
                meters.notAuthenticated();
                acknowledge(header, Result.FAILED);
                return;
            }
            // The report itself stays unanswered: the terminal sends it again, and then has its session.
            open(header, terminal.get());
        });
    }

    private boolean open(Header header, TrackedTerminal terminal) {
        if (own.size() >= maxTerminals && !own.containsKey(header.terminalPhone())) {
            meters.tooManyTerminals();
            return false;
        }
        TerminalSession session = new TerminalSession(this, line, header.address(), terminal);
        own.put(session.phone(), session);
        lastUsed = session;
        sessions.open(session);
        return true;
    }

    private void report(TerminalSession session, Header header, LocationReport report, Instant receivedAt) {
        session.terminal().noteDetails(report.alarmBits(), report.items());
        Reception reception = positions.take(session.terminal(), ReportedFix.of(report, receivedAt));
        if (!reception.isSettled()) {
            return;
        }
        if (reception.bringsSos()) {
            later(reception.sosStored().thenCompose(stored -> kept(reception)), kept -> done(header));
        } else if (reception.awaitsStore()) {
            held.hold(header);
        } else {
            done(header);
        }
    }

    private CompletionStage<Void> kept(Reception reception) {
        return reception.awaitsStore() ? positions.whenStored(1) : Reception.NO_SOS;
    }

    private void done(Header header) {
        acknowledge(header, Result.DONE);
    }

    /** 0x0201 is an answer itself and gets none. What the steps do not believe is no answer to the question either. */
    private void answer(TerminalSession session, LocationAnswer answer, Instant receivedAt) {
        Reception reception = positions.take(session.terminal(), ReportedFix.of(answer.report(), receivedAt));
        boolean isBelieved = reception.kind() != Reception.Kind.DROPPED || reception.reason() == DropReason.DUPLICATE;
        session.answered(
                answer.answerSerial(),
                isBelieved ? Optional.ofNullable(session.terminal().position()) : Optional.empty());
    }

    private void logout(TerminalSession session, Header header) {
        later(registrar.logout(session.terminal()), done -> {
            own.remove(session.phone(), session);
            lastUsed = null;
            sessions.close(session);
            acknowledge(header, Result.DONE);
        });
    }

    /** A message in parts is answered part by part, when all of it is settled: some terminals wait for each. */
    private void acknowledge(Header header, Result result) {
        for (int part = 0; part < header.answersDue(); part++) {
            send(header, new PlatformAck((header.serial() + part) & 0xffff, header.messageId(), result));
        }
    }

    private void send(Header header, PlatformMessage message) {
        TerminalSession session = sessionOf(header);
        if (session != null) {
            session.send(message);
            return;
        }
        line.send(FrameEncoder.encode(header.address(), answerSerial++, message));
    }

    private @Nullable TerminalSession sessionOf(Header header) {
        TerminalSession last = lastUsed;
        if (last != null && last.phone().equals(header.terminalPhone())) {
            return last;
        }
        TerminalSession found = own.get(header.terminalPhone());
        if (found != null) {
            lastUsed = found;
        }
        return found;
    }

    /** On the line's thread – at once when it is done already – and never when it fails. */
    private <T> void later(CompletionStage<T> stage, Consumer<T> next) {
        stage.thenAccept(item -> line.execute(() -> next.accept(item)));
    }
}
