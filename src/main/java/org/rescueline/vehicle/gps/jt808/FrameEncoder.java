package org.rescueline.vehicle.gps.jt808;

import java.util.Arrays;

/** Makes whole frames: header, body, check byte, escapes and separators. Stateless. */
public final class FrameEncoder {
    private static final int VERSION_FLAG = 1 << 14;
    private static final int PROTOCOL_VERSION_2019 = 1;

    private FrameEncoder() {}

    /**
     * One frame, ready for the wire.
     *
     * @param serial the sender's running number; its low 16 bits are sent
     * @throws IllegalArgumentException when a field of the message does not fit its place in the body
     */
    public static byte[] encode(TerminalAddress address, int serial, Message message) {
        BodyWriter body = new BodyWriter();
        Codecs.encode(message, body, address.version());
        byte[] content = content(address, serial, message.messageId(), body);
        return escape(content);
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
        byte[] frame = new byte[content.length * 2 + 2];
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
        frame[length++] = FrameSplitter.DELIMITER;
        return Arrays.copyOf(frame, length);
    }

    private static byte[] content(TerminalAddress address, int serial, int messageId, BodyWriter body) {
        ProtocolVersion version = address.version();
        int phoneOffset = version.hasVersionByte() ? 5 : 4;
        int bodyOffset = phoneOffset + version.phoneBytes() + 2;
        byte[] content = new byte[bodyOffset + body.length() + 1];
        putShort(content, 0, messageId);
        putShort(content, 2, body.length() | (version.hasVersionByte() ? VERSION_FLAG : 0));
        if (version.hasVersionByte()) {
            content[4] = PROTOCOL_VERSION_2019;
        }
        TerminalPhone.toBcd(address.terminalPhone(), content, phoneOffset, version.phoneBytes());
        putShort(content, bodyOffset - 2, serial);
        System.arraycopy(body.content(), 0, content, bodyOffset, body.length());
        content[content.length - 1] = check(content, 0, content.length - 1);
        return content;
    }

    private static void putShort(byte[] content, int offset, int value) {
        content[offset] = (byte) (value >> 8);
        content[offset + 1] = (byte) value;
    }
}
