package org.rescueline.vehicle.gps.gateway;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.rescueline.vehicle.gps.jt808.MessageId;
import org.rescueline.vehicle.gps.jt808.ParameterAnswer;
import org.rescueline.vehicle.gps.jt808.TerminalAck;
import org.rescueline.vehicle.gps.jt808.TerminalAttributes;

/**
 * The orders of one session that wait for their answer. Most are answered by serial; 0x0107 carries none and goes to the
 * question that is open.
 */
final class OpenOrders {
    private static final Set<Integer> ANSWERED_BY_A_MESSAGE =
            Set.of(MessageId.PARAMETER_QUERY, MessageId.PARAMETER_SELECTION, MessageId.ATTRIBUTE_QUERY);

    private final Map<Integer, Order> open = new ConcurrentHashMap<>();

    private record Order(int messageId, CompletableFuture<OrderAnswer> answer) {}

    /** Waits for the answer to an order under this serial; {@link OrderAnswer#NO_ANSWER} in the end. */
    CompletionStage<OrderAnswer> await(int serial, int messageId, Duration timeout) {
        Order order = new Order(messageId, new CompletableFuture<>());
        open.put(serial, order);
        return order.answer()
                .completeOnTimeout(OrderAnswer.NO_ANSWER, timeout.toMillis(), TimeUnit.MILLISECONDS)
                .whenComplete((done, failure) -> open.remove(serial, order));
    }

    /** "Done" alone does not answer a question: its answer follows. */
    void acknowledged(TerminalAck ack) {
        Order order = open.get(ack.answerSerial());
        if (order == null || (ack.isDone() && ANSWERED_BY_A_MESSAGE.contains(order.messageId()))) {
            return;
        }
        order.answer().complete(OrderAnswer.ofResult(ack.result()));
    }

    void answered(ParameterAnswer answer) {
        Order order = open.get(answer.answerSerial());
        if (order != null) {
            order.answer().complete(OrderAnswer.of(answer));
        }
    }

    void answered(TerminalAttributes attributes) {
        open.values().stream()
                .filter(order -> order.messageId() == MessageId.ATTRIBUTE_QUERY)
                .forEach(order -> order.answer().complete(OrderAnswer.of(attributes)));
    }

    /** Tells those who wait that no answer will come. */
    void end() {
        open.values().forEach(order -> order.answer().complete(OrderAnswer.GONE));
    }
}
