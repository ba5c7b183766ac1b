package org.rescueline.vehicle.gps.jt808;

import java.util.Arrays;

/** Whole frames around any id and body, for what the codec does not speak. */
public final class RawFrames {
    /** The bit of the properties that says "one part of several". */
    public static final int PART = 1 << 13;

    private RawFrames() {}

    /**
     * A frame whose lengths and check byte are right.
     *
     * @param flags further bits of the header's properties
     */
    public static byte[] frame(TerminalAddress address, int serial, int messageId, int flags, byte... body) {
        byte[] heartbeat = contentOf(FrameEncoder.encode(address, serial, new Heartbeat()));
        int header = heartbeat.length - 1;
        byte[] content = Arrays.copyOf(heartbeat, header + body.length + 1);
        int properties = ((heartbeat[2] & 0xff) << 8) | body.length | flags;
        content[0] = (byte) (messageId >> 8);
        content[1] = (byte) messageId;
        content[2] = (byte) (properties >> 8);
        content[3] = (byte) properties;
        System.arraycopy(body, 0, content, header, body.length);
        content[content.length - 1] = FrameEncoder.check(content, 0, content.length - 1);
        return FrameEncoder.escape(content);
    }

    /** One part of a message whose numbers may be any. */
    public static byte[] part(TerminalAddress address, int serial, int messageId, int count, int index, byte... body) {
        byte[] heartbeat = contentOf(FrameEncoder.encode(address, serial, new Heartbeat()));
        int header = heartbeat.length - 1;
        byte[] content = Arrays.copyOf(heartbeat, header + 4 + body.length + 1);
        int properties = ((heartbeat[2] & 0xff) << 8) | body.length | PART;
        content[0] = (byte) (messageId >> 8);
        content[1] = (byte) messageId;
        content[2] = (byte) (properties >> 8);
        content[3] = (byte) properties;
        content[header] = (byte) (count >> 8);
        content[header + 1] = (byte) count;
        content[header + 2] = (byte) (index >> 8);
        content[header + 3] = (byte) index;
        System.arraycopy(body, 0, content, header + 4, body.length);
        content[content.length - 1] = FrameEncoder.check(content, 0, content.length - 1);
        return FrameEncoder.escape(content);
    }

    private static byte[] contentOf(byte[] frame) {
        return Collected.from(frame).frames.get(0);
    }
}
