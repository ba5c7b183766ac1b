package org.rescueline.vehicle.gps.jt808;

import org.jspecify.annotations.Nullable;

/**
 * Checks a frame's check byte and lengths, and reads its header.
 *
 * <p>Remembers the last terminal phone it read: nearly every connection carries one terminal, and comparing ten bytes
 * is cheaper than making the same text again for each frame. Not thread-safe: one reader belongs to one connection.
 */
public final class HeaderReader {
    private static final int LENGTH_MASK = 0x03ff;
    private static final int PART_FLAG = 1 << 13;
    private static final int VERSION_FLAG = 1 << 14;
    private static final int PART_FIELDS = 4;

    private @Nullable String lastPhone;
    private long lastPhoneHigh;
    private long lastPhoneLow;

    /**
     * Reads the header of one unescaped frame.
     *
     * @param content the frame without its separators, check byte at the end
     * @throws MalformedFrame when check byte, lengths, phone or part numbers are wrong
     */
    public Header read(byte[] content, int length) throws MalformedFrame {
        if (length < ProtocolVersion.V2013.phoneBytes() + 6 + 1) {
            throw new MalformedFrame(FrameRefusal.TOO_SHORT);
        }
        requireCheck(content, length);
        int properties = unsignedShort(content, 2);
        ProtocolVersion version = (properties & VERSION_FLAG) == 0 ? ProtocolVersion.V2013 : ProtocolVersion.V2019;
        boolean isPart = (properties & PART_FLAG) != 0;
        int phoneOffset = version.hasVersionByte() ? 5 : 4;
        int serialOffset = phoneOffset + version.phoneBytes();
        int bodyOffset = serialOffset + 2 + (isPart ? PART_FIELDS : 0);
        int bodyLength = properties & LENGTH_MASK;
        requireLength(length, bodyOffset, bodyLength);
        return new Header(
                unsignedShort(content, 0),
                version,
                phone(content, phoneOffset, version.phoneBytes()),
                unsignedShort(content, serialOffset),
                (properties >> 10) & 0x07,
                isPart ? partCount(content, serialOffset + 2) : 0,
                isPart ? unsignedShort(content, serialOffset + 4) : 0,
                bodyOffset,
                bodyLength);
    }

    private static int partCount(byte[] content, int offset) throws MalformedFrame {
        int count = unsignedShort(content, offset);
        int index = unsignedShort(content, offset + 2);
        if (index < 1 || index > count) {
            throw new MalformedFrame(FrameRefusal.BAD_PART);
        }
        return count;
    }

    private static void requireCheck(byte[] content, int length) throws MalformedFrame {
        if (FrameEncoder.check(content, 0, length - 1) != content[length - 1]) {
            throw new MalformedFrame(FrameRefusal.WRONG_CHECK);
        }
    }

    private static void requireLength(int length, int bodyOffset, int bodyLength) throws MalformedFrame {
        if (length < bodyOffset + 1) {
            throw new MalformedFrame(FrameRefusal.TOO_SHORT);
        }
        if (length != bodyOffset + bodyLength + 1) {
            throw new MalformedFrame(FrameRefusal.WRONG_LENGTH);
        }
    }

    private String phone(byte[] content, int offset, int bytes) throws MalformedFrame {
        long high = packed(content, offset, bytes - 6);
        long low = packed(content, offset + bytes - 6, 6);
        if (lastPhone != null && high == lastPhoneHigh && low == lastPhoneLow) {
            return lastPhone;
        }
        String phone = TerminalPhone.fromBcd(content, offset, bytes);
        lastPhone = phone;
        lastPhoneHigh = high;
        lastPhoneLow = low;
        return phone;
    }

    private static long packed(byte[] content, int offset, int bytes) {
        long packed = 0;
        for (int i = 0; i < bytes; i++) {
            packed = packed << 8 | (content[offset + i] & 0xff);
        }
        return packed;
    }

    private static int unsignedShort(byte[] content, int offset) {
        return (content[offset] & 0xff) << 8 | (content[offset + 1] & 0xff);
    }
}
