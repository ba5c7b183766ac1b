package org.rescueline.telephony.web;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The part of a file that a request asks for (RFC 9110, 14.1.2).
 *
 * @param first the first byte, counted from 0
 * @param last the last byte, inclusive; before {@code first} when no byte of the file is meant
 */
record ByteRange(long first, long last) {

    private static final Pattern ONE = Pattern.compile("bytes=\\s*(\\d{0,18})\\s*-\\s*(\\d{0,18})\\s*");

    /**
     * Reads the header {@code Range}. Empty when the whole file is to be sent: there is no such header, it asks for
     * several parts at once, or it cannot be read; the standard lets all three be ignored.
     */
    static Optional<ByteRange> parse(@Nullable String header, long size) {
        var read = ONE.matcher(header == null ? "" : header);
        if (!read.matches() || read.group(1).isEmpty() && read.group(2).isEmpty()) {
            return Optional.empty();
        }
        if (read.group(1).isEmpty()) {
            long count = Long.parseLong(read.group(2));
            return Optional.of(new ByteRange(count == 0 ? size : Math.max(0, size - count), size - 1));
        }
        long first = Long.parseLong(read.group(1));
        long last = read.group(2).isEmpty() ? size - 1 : Long.parseLong(read.group(2));
        return last < first && !read.group(2).isEmpty()
                ? Optional.empty()
                : Optional.of(new ByteRange(first, Math.min(last, size - 1)));
    }

    /** Whether the file has any byte of it. */
    boolean isSatisfiable() {
        return first <= last;
    }

    long length() {
        return last - first + 1;
    }
}
