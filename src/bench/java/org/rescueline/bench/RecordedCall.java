package org.rescueline.bench;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.rescueline.telephony.manager.CapturedCase;

/**
 * What a real Asterisk told of one answered call, event after event at the distances at which it told them, to be told
 * again of another caller, another desk and another time. Only how long it rings and how long they talk is chosen.
 */
final class RecordedCall {

    private static final String CASE = "answered-400";
    private static final Pattern STAMP = Pattern.compile("(?m)^Timestamp: ([0-9.]+)$");

    /** Between its steps the switch pauses for milliseconds; where it paused longer a person took the time. */
    private static final Duration PERSON = Duration.ofMillis(100);

    private static final double MICROS = 1e6;

    private final List<Step> steps = new ArrayList<>();

    /**
     * One event.
     *
     * @param after since the call began
     * @param text with the names of the recorded call
     */
    private record Step(Duration after, String text) {}

    /** One event to be told. */
    record Telling(Duration after, String text) {

        /** The event as if the switch told it at that instant. */
        String at(Instant now) {
            var stamp = "%d.%06d".formatted(now.getEpochSecond(), now.getNano() / 1_000);
            return STAMP.matcher(text).replaceFirst("Timestamp: " + stamp);
        }
    }

    RecordedCall(Duration ringing, Duration talk) {
        var pauses = new ArrayList<>(List.of(ringing, talk));
        var at = Duration.ZERO;
        var before = Duration.ZERO;
        for (var event : new CapturedCase(CASE).events()) {
            var told = stampOf(event);
            var pause = steps.isEmpty() ? Duration.ZERO : told.minus(before);
            at = at.plus(pause.compareTo(PERSON) > 0 ? pauses.remove(0) : pause);
            steps.add(new Step(at, event));
            before = told;
        }
    }

    /** How many events it is. */
    int events() {
        return steps.size();
    }

    /** The call of this caller to this desk; the number tells it from all others. */
    List<Telling> of(int number, String caller, String extension) {
        return steps.stream()
                .map(step -> new Telling(step.after(), renamed(step.text(), number, caller, extension)))
                .toList();
    }

    private static String renamed(String event, int number, String caller, String extension) {
        return event.replace("hotline-1795471343.0", "hotline-1800000000." + 2 * number)
                .replace("hotline-1795471343.1", "hotline-1800000000." + (2 * number + 1))
                .replace("hotline-trunk-00000000", "hotline-trunk-%08x".formatted(2 * number))
                .replace("1001-00000001", "1001-%08x".formatted(2 * number + 1))
                .replaceAll("\\b1001\\b", extension)
                .replace("13800138001", caller);
    }

    private static Duration stampOf(String event) {
        var stamp = STAMP.matcher(event);
        if (!stamp.find()) {
            throw new IllegalStateException("an event without an instant: " + event);
        }
        return Duration.ofNanos(Math.round(Double.parseDouble(stamp.group(1)) * MICROS) * 1_000);
    }
}
