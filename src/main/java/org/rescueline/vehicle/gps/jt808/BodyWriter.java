package org.rescueline.vehicle.gps.jt808;

import java.util.Arrays;
import java.util.HexFormat;

/** Writes a body from front to back, refusing one that is longer than it may be. */
final class BodyWriter {
    /** What the header's ten bits of length can tell. */
    static final int MAX_LENGTH = 1023;

    private final int maxLength;
    private byte[] content = new byte[64];
    private int length;

    /** A body that goes out in one frame. */
    BodyWriter() {
        this(MAX_LENGTH);
    }

    BodyWriter(int maxLength) {
        this.maxLength = maxLength;
    }

    BodyWriter unsignedByte(int value) {
        grow(1);
        content[length++] = (byte) value;
        return this;
    }

    BodyWriter unsignedShort(int value) {
        return unsignedByte(value >> 8).unsignedByte(value);
    }

    BodyWriter bits(int value) {
        return unsignedShort(value >> 16).unsignedShort(value);
    }

    BodyWriter bytes(byte[] value) {
        grow(value.length);
        System.arraycopy(value, 0, content, length, value.length);
        length += value.length;
        return this;
    }

    BodyWriter text(String value) {
        return bytes(value.getBytes(BodyReader.TEXT));
    }

    /** Text with one byte of length before it. */
    BodyWriter shortText(String value) {
        byte[] encoded = value.getBytes(BodyReader.TEXT);
        if (encoded.length > 255) {
            throw new IllegalArgumentException("longer than one byte can tell: " + value);
        }
        return unsignedByte(encoded.length).bytes(encoded);
    }

    /** Packed digits, an even number of them. */
    BodyWriter bcd(String digits) {
        return bytes(HexFormat.of().parseHex(digits));
    }

    /** Text in a field of fixed length, zero bytes behind it. */
    BodyWriter text(String value, int bytes) {
        byte[] encoded = value.getBytes(BodyReader.TEXT);
        if (encoded.length > bytes) {
            throw new IllegalArgumentException("longer than its field of " + bytes + " bytes: " + value);
        }
        return bytes(Arrays.copyOf(encoded, bytes));
    }

    int length() {
        return length;
    }

    byte[] content() {
        return content;
    }

    private void grow(int more) {
        if (length + more > maxLength) {
            throw new IllegalArgumentException("a body holds at most " + maxLength + " bytes");
        }
        if (length + more > content.length) {
            content = Arrays.copyOf(content, Math.min(maxLength, Math.max(length + more, content.length * 2)));
        }
    }
}
