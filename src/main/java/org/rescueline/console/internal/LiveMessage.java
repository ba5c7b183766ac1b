package org.rescueline.console.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rescueline.security.NumberLens;
import org.rescueline.security.PhoneMask;
import org.rescueline.security.Viewer;

/**
 * One numbered piece of news. It is written out at most twice, with numbers in clear and masked, however many pages get
 * it; while it waits in the feed's memory it keeps the fact alone.
 */
final class LiveMessage {

    private final long seq;
    private final Instant at;
    private final News<?> news;
    private @Nullable Text clear;
    private @Nullable Text masked;

    <F> LiveMessage(long seq, Instant at, Topic<F> topic, F fact) {
        this.seq = seq;
        this.at = at;
        this.news = new News<>(topic, fact);
    }

    long seq() {
        return seq;
    }

    boolean isFor(Viewer viewer) {
        return news.isFor(viewer);
    }

    /** What takes the place of older news that still waits; this message alone when every one counts. */
    Object subject() {
        var thing = news.subject();
        return thing == null ? this : thing;
    }

    /**
     * The message as this viewer may read it. In clear for whoever works the case; for a supervisor in clear too if every
     * number's look could be noted.
     */
    synchronized String textFor(Viewer viewer, PhoneMask mask, ObjectMapper json) {
        if (news.isWorkedBy(viewer)) {
            return clear(json).text();
        }
        if (viewer.readsNumbersByRole()) {
            var lens = mask.lensFor(viewer, false);
            var inClear = clear(json);
            if (inClear.numbers().stream().allMatch(number -> lens.show(number).equals(number))) {
                return inClear.text();
            }
        }
        return masked(json).text();
    }

    /** Frees what was written out; it is written again in the rare case that a page resumes that far back. */
    synchronized void forgetText() {
        clear = null;
        masked = null;
    }

    private Text clear(ObjectMapper json) {
        var written = clear;
        if (written == null) {
            var numbers = new ArrayList<String>();
            written = new Text(
                    write(json, news.data(number -> {
                        numbers.add(number);
                        return number;
                    })),
                    List.copyOf(numbers));
            clear = written;
        }
        return written;
    }

    private Text masked(ObjectMapper json) {
        var written = masked;
        if (written == null) {
            written = new Text(write(json, news.data(PhoneMask::mask)), List.of());
            masked = written;
        }
        return written;
    }

    private String write(ObjectMapper json, Object data) {
        try {
            return json.writeValueAsString(new Envelope(seq, at, news.topic().type(), data));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A view of type " + news.topic().type() + " cannot be written", e);
        }
    }

    private record Envelope(long seq, Instant at, String type, Object data) {}

    private record Text(String text, List<String> numbers) {}

    private record News<F>(Topic<F> topic, F fact) {

        boolean isFor(Viewer viewer) {
            return topic.audience().test(fact, viewer);
        }

        boolean isWorkedBy(Viewer viewer) {
            return topic.worksTheCase().test(fact, viewer);
        }

        @Nullable
        Object subject() {
            return topic.subject().apply(fact);
        }

        Object data(NumberLens lens) {
            return topic.data().apply(fact, lens);
        }
    }
}
