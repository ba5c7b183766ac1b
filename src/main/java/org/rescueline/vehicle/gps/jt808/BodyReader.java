package org.rescueline.vehicle.gps.jt808;

import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.HexFormat;

/** Reads a body from front to back. Reading past its end refuses the frame instead of failing the connection. */
final class BodyReader {
    /** The character set of the standard's text fields. */
    static final Charset TEXT = Charset.forName("GBK");

    private final byte[] content;
    private final int end;
    private int position;

    BodyReader(byte[] content, int offset, int length) {
        this.content = content;
        this.position = offset;
        this.end = offset + length;
    }

    int remaining() {
        return end - position;
    }

    int unsignedByte() throws MalformedFrame {
        require(1);
        return content[position++] & 0xff;
    }

    int unsignedShort() throws MalformedFrame {
        require(2);
        int value = (content[position] & 0xff) << 8 | (content[position + 1] & 0xff);
        position += 2;
        return value;
    }

    int signedShort() throws MalformedFrame {
        return (short) unsignedShort();
    }

    /** All 32 bits as they are; a field that is unsigned says so where it is used. */
    int bits() throws MalformedFrame {
        return unsignedShort() << 16 | unsignedShort();
    }

    long unsignedInt() throws MalformedFrame {
        return Integer.toUnsignedLong(bits());
    }

    /** A reader of the next bytes alone; this one goes on behind them. */
    BodyReader part(int count) throws MalformedFrame {
        require(count);
        BodyReader part = new BodyReader(content, position, count);
        position += count;
        return part;
    }

    /** Packed digits as they stand there; what is no decimal digit shows as a letter. */
    String hex(int bytes) throws MalformedFrame {
        require(bytes);
        String digits = HexFormat.of().formatHex(content, position, position + bytes);
        position += bytes;
        return digits;
    }

    byte[] bytes(int count) throws MalformedFrame {
        require(count);
        byte[] read = Arrays.copyOfRange(content, position, position + count);
        position += count;
        return read;
    }

    /** A text field of fixed length, padded by zero bytes or blanks on either side. */
    String text(int bytes) throws MalformedFrame {
        require(bytes);
        String padded = new String(content, position, bytes, TEXT);
        position += bytes;
        return withoutPadding(padded);
    }

    String remainingText() throws MalformedFrame {
        return text(remaining());
    }

    private void require(int bytes) throws MalformedFrame {
        if (remaining() < bytes) {
            throw new MalformedFrame(FrameRefusal.BODY_TOO_SHORT);
        }
    }

    /** The text between the padding, up to the first control character: none belongs in a name, and logs stay whole. */
    private static String withoutPadding(String padded) {
        int start = 0;
        while (start < padded.length() && padded.charAt(start) <= ' ') {
            start++;
        }
        int end = start;
        while (end < padded.length() && !Character.isISOControl(padded.charAt(end))) {
            end++;
        }
        return padded.substring(start, end).stripTrailing();
    }
}
