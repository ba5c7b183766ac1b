package org.rescueline.vehicle.gps.jt808;

import java.util.ArrayList;
import java.util.List;

/** Makes whole frames: header, body, check byte, escapes and separators. Stateless. */
public final class FrameEncoder {
    private static final int VERSION_FLAG = 1 << 14;
    private static final int PROTOCOL_VERSION_2019 = 1;
    private static final int PART_FLAG = 1 << 13;
    private static final int PART_FIELDS = 4;
    private static final int LONGEST_PARTED_BODY = 1 << 20;
    private static final Part NOT_PARTED = new Part(0, 0);

    private FrameEncoder() {}

    /**
     * One frame, ready for the wire.
     *
     * @param serial the sender's running number; its low 16 bits are sent
     * @throws IllegalArgumentException when a field of the message does not fit its place in the body
     */
    public static byte[] encode(TerminalAddress address, int serial, Message message) {
        return escape(content(address, serial, message));
    }

    /** One frame before its escapes, check byte at the end. */
    static byte[] content(TerminalAddress address, int serial, Message message) {
        BodyWriter body = new BodyWriter();
        Codecs.encode(message, body, address.version());
        return content(address, serial, message.messageId(), body.content(), 0, body.length(), NOT_PARTED);
    }

    /**
     * One message in as many frames as it needs, with serials in a row.
     *
     * @param firstSerial of the first part
     * @param partBytes how many bytes of body each part carries, at most 1,023
     */
    public static List<byte[]> encodeParts(TerminalAddress address, int firstSerial, Message message, int partBytes) {
        BodyWriter body = new BodyWriter(LONGEST_PARTED_BODY);
        Codecs.encode(message, body, address.version());
        int count = Math.max(1, (body.length() + partBytes - 1) / partBytes);
        List<byte[]> frames = new ArrayList<>(count);
        for (int index = 1; index <= count; index++) {
            int offset = (index - 1) * partBytes;
            int length = Math.min(partBytes, body.length() - offset);
            frames.add(escape(content(
                    address,
                    firstSerial + index - 1,
                    message.messageId(),
                    body.content(),
                    offset,
                    length,
                    new Part(count, index))));
        }
        return frames;
    }

    /** XOR over the bytes. */
    static byte check(byte[] content, int offset, int count) {
        byte check = 0;
        for (int i = offset; i < offset + count; i++) {
            check ^= content[i];
        }
        return check;
    }

    /** Escapes one frame's content, check byte included, and puts it between separators. */
    static byte[] escape(byte[] content) {
        byte[] frame = new byte[content.length + countEscaped(content) + 2];
        int length = 0;
        frame[length++] = FrameSplitter.DELIMITER;
        for (byte b : content) {
            if (b == FrameSplitter.DELIMITER || b == FrameSplitter.ESCAPE) {
                frame[length++] = FrameSplitter.ESCAPE;
                frame[length++] =
                        b == FrameSplitter.ESCAPE ? FrameSplitter.ESCAPED_ESCAPE : FrameSplitter.ESCAPED_DELIMITER;
            } else {
                frame[length++] = b;
            }
        }
        frame[length] = FrameSplitter.DELIMITER;
        return frame;
    }

    private static int countEscaped(byte[] content) {
        int escaped = 0;
        for (byte b : content) {
            if (b == FrameSplitter.DELIMITER || b == FrameSplitter.ESCAPE) {
                escaped++;
            }
        }
        return escaped;
    }

    private static byte[] content(
            TerminalAddress address, int serial, int messageId, byte[] body, int offset, int length, Part part) {
        ProtocolVersion version = address.version();
        boolean isPart = part.count() > 0;
        int phoneOffset = version.hasVersionByte() ? 5 : 4;
        int serialOffset = phoneOffset + version.phoneBytes();
        int bodyOffset = serialOffset + 2 + (isPart ? PART_FIELDS : 0);
        byte[] content = new byte[bodyOffset + length + 1];
        putShort(content, 0, messageId);
        putShort(content, 2, length | (isPart ? PART_FLAG : 0) | (version.hasVersionByte() ? VERSION_FLAG : 0));
        if (version.hasVersionByte()) {
            content[4] = PROTOCOL_VERSION_2019;
        }
        TerminalPhone.toBcd(address.terminalPhone(), content, phoneOffset, version.phoneBytes());
        putShort(content, serialOffset, serial);
        if (isPart) {
            putShort(content, serialOffset + 2, part.count());
            putShort(content, serialOffset + 4, part.index());
        }
        System.arraycopy(body, offset, content, bodyOffset, length);
        content[content.length - 1] = check(content, 0, content.length - 1);
        return content;
    }

    static void putShort(byte[] content, int offset, int value) {
        content[offset] = (byte) (value >> 8);
        content[offset + 1] = (byte) value;
    }

    /** Which of how many parts a frame is. */
    private record Part(int count, int index) {}
}
