package org.rescueline.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The calls in the file that Asterisk itself writes (CEL), read without any code of the service. */
final class RecordedCalls {

    private static final int TIME = 0;
    private static final int TYPE = 1;
    private static final int CALLER_NUMBER = 3;
    private static final int CHANNEL = 9;
    private static final int APPLICATION = 10;
    private static final int UNIQUEID = 14;
    private static final int LINKEDID = 15;
    private static final int EXTRA = 18;
    private static final int FIELDS = 19;

    /**
     * What the switch wrote of one call to the hotline.
     *
     * @param answeredAt when the first desk that was joined with the caller picked up; null when none was
     * @param endedAt when the caller's channel ended; null when the switch died before it could say so
     */
    record Recorded(
            String linkedid,
            String number,
            Instant startedAt,
            @Nullable Instant answeredAt,
            @Nullable Instant endedAt) {}

    private RecordedCalls() {}

    /** How many lines of the file differ; a line that was told twice is one. */
    static long lines(Path file) {
        return read(file).stream()
                .map(line -> List.of(
                        line.get(TIME),
                        line.get(TYPE),
                        line.get(APPLICATION),
                        line.get(UNIQUEID),
                        line.get(LINKEDID),
                        line.get(EXTRA)))
                .distinct()
                .count();
    }

    /** The calls from the trunk, by Linkedid. */
    static Map<String, Recorded> of(Path file) {
        Map<String, List<List<String>>> byCall = new LinkedHashMap<>();
        read(file).forEach(line -> byCall.computeIfAbsent(line.get(LINKEDID), id -> new ArrayList<>())
                .add(line));
        Map<String, Recorded> calls = new LinkedHashMap<>();
        byCall.forEach((linkedid, lines) -> call(linkedid, lines).ifPresent(call -> calls.put(linkedid, call)));
        return calls;
    }

    private static Optional<Recorded> call(String linkedid, List<List<String>> lines) {
        return lines.stream()
                .filter(line -> is(line, "CHAN_START"))
                .filter(line -> line.get(UNIQUEID).equals(linkedid))
                .filter(line -> line.get(CHANNEL).startsWith("PJSIP/hotline-trunk-"))
                .findFirst()
                .map(start -> new Recorded(
                        linkedid,
                        start.get(CALLER_NUMBER),
                        at(start),
                        answeredAt(lines),
                        first(
                                lines,
                                line -> is(line, "HANGUP") && line.get(UNIQUEID).equals(linkedid))));
    }

    private static @Nullable Instant answeredAt(List<List<String>> lines) {
        return lines.stream()
                .filter(line -> is(line, "BRIDGE_ENTER") && line.get(CHANNEL).matches("PJSIP/1[0-9]{3}-.*"))
                .map(line -> line.get(UNIQUEID))
                .map(desk -> first(
                        lines, line -> is(line, "ANSWER") && line.get(UNIQUEID).equals(desk)))
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    private static @Nullable Instant first(List<List<String>> lines, Predicate<List<String>> wanted) {
        return lines.stream()
                .filter(wanted)
                .map(RecordedCalls::at)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    private static boolean is(List<String> line, String type) {
        return line.get(TYPE).equals(type);
    }

    private static Instant at(List<String> line) {
        return Instant.ofEpochMilli(
                new BigDecimal(line.get(TIME)).movePointRight(3).longValue());
    }

    /** Every field is quoted, a quote inside is doubled, and there is no break inside a line. */
    private static List<List<String>> read(Path file) {
        try (var lines = Files.lines(file, StandardCharsets.UTF_8)) {
            return lines.map(
                            line -> List.of(line.substring(1, line.length() - 1).split("\",\"", FIELDS)))
                    .filter(fields -> fields.size() == FIELDS)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
