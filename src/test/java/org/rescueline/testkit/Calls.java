package org.rescueline.testkit;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.rescueline.security.UserView;
import org.rescueline.shared.Ids;
import org.rescueline.telephony.CallDirection;
import org.rescueline.telephony.CallState;
import org.rescueline.telephony.CallView;

/** Inbound calls for tests: {@code Calls.from("13800000021").at(now).answeredBy(user)}. */
public final class Calls {

    private static final AtomicInteger NUMBERS = new AtomicInteger(10_000_000);

    private final UUID id = Ids.next();
    private final @Nullable String callerNumber;
    private Instant offeredAt = Instant.now().minusSeconds(10).truncatedTo(ChronoUnit.MILLIS);

    private Calls(@Nullable String callerNumber) {
        this.callerNumber = callerNumber;
    }

    /** A call from this number. */
    public static Calls from(@Nullable String callerNumber) {
        return new Calls(callerNumber);
    }

    /** A mobile number that no other test uses, E.164. */
    public static String freshNumber() {
        return "+86138" + NUMBERS.getAndIncrement();
    }

    /** When it reached the switch, to the millisecond, as the switch says it. */
    public Calls at(Instant instant) {
        offeredAt = instant.truncatedTo(ChronoUnit.MILLIS);
        return this;
    }

    /** The call's id, the same for each of its views. */
    public UUID id() {
        return id;
    }

    /** Ringing at these desks. */
    public CallView ringing(String... extensions) {
        return view(CallState.RINGING, null, null, null, null, List.of(extensions));
    }

    /** Answered by this operator four seconds after it came. */
    public CallView answeredBy(UserView operator) {
        return view(CallState.ANSWERED, operator, offeredAt.plusSeconds(4), null, null, List.of());
    }

    /** Answered, and over a minute later. */
    public CallView endedWith(UserView operator) {
        var answered = offeredAt.plusSeconds(4);
        return view(CallState.ENDED, operator, answered, answered.plusSeconds(60), null, List.of());
    }

    /** Given up after ten seconds. */
    public CallView abandoned() {
        return view(CallState.ABANDONED, null, null, null, offeredAt.plusSeconds(10), List.of());
    }

    private CallView view(
            CallState state,
            @Nullable UserView operator,
            @Nullable Instant answeredAt,
            @Nullable Instant endedAt,
            @Nullable Instant abandonedAt,
            List<String> ringing) {
        return new CallView(
                id,
                "test",
                "test-" + id,
                CallDirection.INBOUND,
                null,
                state,
                callerNumber,
                "4008809818",
                offeredAt,
                offeredAt,
                offeredAt.plusSeconds(1),
                answeredAt,
                endedAt,
                abandonedAt,
                ringing,
                operator == null ? null : operator.extension(),
                operator == null ? null : operator.id(),
                operator == null ? null : operator.displayName(),
                answeredAt == null ? null : seconds(offeredAt, answeredAt),
                endedAt == null || answeredAt == null ? null : seconds(answeredAt, endedAt),
                endedAt == null ? null : 16,
                false,
                null,
                false,
                List.of());
    }

    private static double seconds(Instant from, Instant to) {
        return Duration.between(from, to).toMillis() / 1000.0;
    }
}
