package org.rescueline.vehicle.gps.gateway;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.rescueline.vehicle.gps.jt808.Header;
import org.rescueline.vehicle.gps.jt808.PartRequest;

/** One message of which some parts have come. */
final class PartialMessage {
    /** For the arrays and the object itself, roughly. */
    private static final int OVERHEAD = 128;

    private static final int BYTES_PER_SLOT = 8;

    private final Header whole;
    private final byte[] @Nullable [] parts;
    private int missing;
    private int bodyBytes;

    PartialMessage(Header header) {
        this.whole = header.asWhole();
        this.parts = new byte[header.partCount()][];
        this.missing = header.partCount();
    }

    /** What a message of so many parts takes before any of them has come. */
    static int emptyBytes(int partCount) {
        return OVERHEAD + partCount * BYTES_PER_SLOT;
    }

    /** The header of the whole message. */
    Header header() {
        return whole;
    }

    boolean has(Header part) {
        return parts[part.partIndex() - 1] != null;
    }

    void put(Header part, byte[] content) {
        parts[part.partIndex() - 1] =
                Arrays.copyOfRange(content, part.bodyOffset(), part.bodyOffset() + part.bodyLength());
        bodyBytes += part.bodyLength();
        missing--;
    }

    boolean isWhole() {
        return missing == 0;
    }

    /** What it takes by now. */
    int bytes() {
        return emptyBytes(parts.length) + bodyBytes;
    }

    /** The first of the parts that are missing, as many as one question carries. */
    PartRequest missingParts() {
        List<Integer> wanted = IntStream.rangeClosed(1, parts.length)
                .filter(index -> parts[index - 1] == null)
                .limit(PartRequest.MOST_PARTS)
                .boxed()
                .toList();
        return new PartRequest(whole.serial(), wanted);
    }

    byte[] body() {
        byte[] body = new byte[bodyBytes];
        int at = 0;
        for (byte[] part : parts) {
            byte[] present = Objects.requireNonNull(part, "asked for before it was whole");
            System.arraycopy(present, 0, body, at, present.length);
            at += present.length;
        }
        return body;
    }
}
