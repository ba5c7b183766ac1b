package org.rescueline.vehicle.gps.gateway;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.rescueline.vehicle.PositionView;
import org.rescueline.vehicle.gps.intake.TrackedTerminal;
import org.rescueline.vehicle.gps.jt808.AckFrames;
import org.rescueline.vehicle.gps.jt808.FrameEncoder;
import org.rescueline.vehicle.gps.jt808.LocationQuery;
import org.rescueline.vehicle.gps.jt808.PlatformAck;
import org.rescueline.vehicle.gps.jt808.PlatformMessage;
import org.rescueline.vehicle.gps.jt808.TerminalAddress;

/** One authenticated terminal on one connection. Ends with the connection, or when the terminal comes anew. */
final class TerminalSession {
    private static final int SERIALS = 0x10000;

    private final Dialogue dialogue;
    private final Line line;
    private final TerminalAddress address;
    private final AckFrames acks;
    private final TrackedTerminal terminal;
    private final AtomicInteger nextSerial = new AtomicInteger();
    private final OpenOrders orders = new OpenOrders();
    private final Map<Integer, CompletableFuture<QueryAnswer>> queries = new ConcurrentHashMap<>();

    TerminalSession(Dialogue dialogue, Line line, TerminalAddress address, TrackedTerminal terminal) {
        this.dialogue = dialogue;
        this.line = line;
        this.address = address;
        this.acks = new AckFrames(address);
        this.terminal = terminal;
    }

    Dialogue dialogue() {
        return dialogue;
    }

    Line line() {
        return line;
    }

    TrackedTerminal terminal() {
        return terminal;
    }

    String phone() {
        return address.terminalPhone();
    }

    /** Sends a message under the next serial. On the line's own thread. */
    void send(PlatformMessage message) {
        line.send(
                message instanceof PlatformAck ack
                        ? acks.frame(takeSerial(), ack)
                        : FrameEncoder.encode(address, takeSerial(), message));
    }

    /** Asks the terminal where it is; answered with {@link QueryAnswer#NO_ANSWER} in the end. From any thread. */
    CompletionStage<QueryAnswer> ask(Duration timeout) {
        CompletableFuture<QueryAnswer> answer = new CompletableFuture<>();
        int serial = takeSerial();
        queries.put(serial, answer);
        line.execute(() -> line.send(FrameEncoder.encode(address, serial, new LocationQuery())));
        return answer.completeOnTimeout(QueryAnswer.NO_ANSWER, timeout.toMillis(), TimeUnit.MILLISECONDS)
                .whenComplete((done, failure) -> queries.remove(serial, answer));
    }

    /** The terminal's answer to the query of that serial; ignored when nobody waits for it any more. */
    void answered(int serial, Optional<PositionView> position) {
        CompletableFuture<QueryAnswer> waiting = queries.get(serial);
        if (waiting != null) {
            waiting.complete(position.map(QueryAnswer::of).orElse(QueryAnswer.REFUSED));
        }
    }

    /** Tells those who wait that no answer will come. */
    void end() {
        queries.values().forEach(waiting -> waiting.complete(QueryAnswer.GONE));
        orders.end();
    }

    /** Gives the terminal an order, or asks it something other than its place. From any thread. */
    CompletionStage<OrderAnswer> order(PlatformMessage order, Duration timeout) {
        int serial = takeSerial();
        byte[] frame = FrameEncoder.encode(address, serial, order);
        CompletionStage<OrderAnswer> answer = orders.await(serial, order.messageId(), timeout);
        line.execute(() -> line.send(frame));
        return answer;
    }

    /** The orders that wait for this terminal's answer. */
    OpenOrders orders() {
        return orders;
    }

    private int takeSerial() {
        return nextSerial.getAndIncrement() & (SERIALS - 1);
    }
}
