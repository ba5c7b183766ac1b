package org.rescueline.vehicle.gps.jt808;

import java.util.Arrays;

/** Writes a body from front to back, refusing one that the header's ten bits of length could not tell. */
final class BodyWriter {
    static final int MAX_LENGTH = 1023;

    private byte[] content = new byte[64];
    private int length;

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
        if (length + more > MAX_LENGTH) {
            throw new IllegalArgumentException("a body holds at most " + MAX_LENGTH + " bytes");
        }
        if (length + more > content.length) {
            content = Arrays.copyOf(content, Math.min(MAX_LENGTH, Math.max(length + more, content.length * 2)));
        }
    }
}
