package org.rescueline.vehicle.gps.jt808;

import java.util.Arrays;

/**
 * Cuts one connection's byte stream into frames and undoes the escapes.
 *
 * <p>Every 0x7e is read as a <em>separator</em>, not as an opening or a closing mark. A lost mark then costs at most
 * the two frames beside it; a reader that pairs marks would take gaps for frames from there on until the connection
 * ends. Some terminals also share one mark between two frames, which this reading takes as well.
 *
 * <p>Memory is bounded: a frame longer than the standard allows is refused once and skipped up to the next separator.
 * Not thread-safe: one splitter belongs to one connection.
 */
public final class FrameSplitter {
    /** The separator of frames. */
    public static final byte DELIMITER = 0x7e;
    /** The first byte of an escape. */
    static final byte ESCAPE = 0x7d;

    static final byte ESCAPED_ESCAPE = 0x01;
    static final byte ESCAPED_DELIMITER = 0x02;

    /** The longest frame: a header of 2019 with sub-packet fields (21), the longest body (1023) and the check byte. */
    public static final int MAX_CONTENT_LENGTH = 21 + 1023 + 1;

    private static final int FIRST_CAPACITY = 128;

    private enum State {
        BEFORE_FIRST_DELIMITER,
        IN_CONTENT,
        AFTER_ESCAPE,
        SKIPPING
    }

    private byte[] content = new byte[FIRST_CAPACITY];
    private int length;
    private int skipped;
    private long frames;
    private State state = State.BEFORE_FIRST_DELIMITER;

    /** Reads the next bytes of the stream, calling {@code sink} for each frame that they complete. */
    public void feed(byte[] bytes, int offset, int count, FrameSink sink) {
        for (int i = offset; i < offset + count; i++) {
            byte next = bytes[i];
            if (next == DELIMITER) {
                endOfFrame(sink);
            } else {
                take(next, sink);
            }
        }
    }

    /** Whether a frame has begun that has not ended. */
    public boolean isInFrame() {
        return length > 0 || state == State.AFTER_ESCAPE || state == State.SKIPPING;
    }

    /** How many separators have come: another frame has begun when this has changed. */
    public long frames() {
        return frames;
    }

    /** The bytes end here, as a datagram does: what has begun is refused, and nothing of it is left over for the next. */
    public void cutOff(FrameSink sink) {
        if (isInFrame()) {
            refuse(state == State.BEFORE_FIRST_DELIMITER ? FrameRefusal.GARBAGE : FrameRefusal.CUT_OFF, sink);
        }
        state = State.BEFORE_FIRST_DELIMITER;
    }

    private void take(byte next, FrameSink sink) {
        switch (state) {
            case IN_CONTENT -> {
                if (next == ESCAPE) {
                    state = State.AFTER_ESCAPE;
                } else {
                    append(next, sink);
                }
            }
            case AFTER_ESCAPE -> unescape(next, sink);
            case BEFORE_FIRST_DELIMITER -> takeGarbage(next, sink);
            case SKIPPING -> skip(sink);
        }
    }

    private void unescape(byte next, FrameSink sink) {
        state = State.IN_CONTENT;
        if (next == ESCAPED_ESCAPE) {
            append(ESCAPE, sink);
        } else if (next == ESCAPED_DELIMITER) {
            append(DELIMITER, sink);
        } else {
            refuse(FrameRefusal.BAD_ESCAPE, sink);
            state = State.SKIPPING;
        }
    }

    private void append(byte next, FrameSink sink) {
        if (length == MAX_CONTENT_LENGTH) {
            refuse(FrameRefusal.TOO_LONG, sink);
            state = State.SKIPPING;
            return;
        }
        keep(next);
    }

    /** Told again after each frame's length of it: a sender that never sends a separator must not go unnoticed. */
    private void takeGarbage(byte next, FrameSink sink) {
        if (length == MAX_CONTENT_LENGTH) {
            refuse(FrameRefusal.GARBAGE, sink);
        }
        keep(next);
    }

    private void skip(FrameSink sink) {
        skipped++;
        if (skipped == MAX_CONTENT_LENGTH) {
            refuse(FrameRefusal.TOO_LONG, sink);
        }
    }

    private void keep(byte next) {
        if (length == content.length) {
            content = Arrays.copyOf(content, Math.min(MAX_CONTENT_LENGTH, length * 2));
        }
        content[length++] = next;
    }

    private void endOfFrame(FrameSink sink) {
        State ended = state;
        frames++;
        state = State.IN_CONTENT;
        switch (ended) {
            case BEFORE_FIRST_DELIMITER -> refuseAny(FrameRefusal.GARBAGE, sink);
            case AFTER_ESCAPE -> refuse(FrameRefusal.BAD_ESCAPE, sink);
            case IN_CONTENT -> handOver(sink);
            case SKIPPING -> skipped = 0;
        }
    }

    private void handOver(FrameSink sink) {
        if (length == 0) {
            return;
        }
        int complete = length;
        length = 0;
        sink.frame(content, complete);
    }

    private void refuseAny(FrameRefusal refusal, FrameSink sink) {
        if (length > 0) {
            refuse(refusal, sink);
        }
    }

    private void refuse(FrameRefusal refusal, FrameSink sink) {
        int refused = length;
        length = 0;
        skipped = 0;
        sink.refused(refusal, content, refused);
    }
}
