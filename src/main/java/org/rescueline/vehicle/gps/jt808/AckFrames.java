package org.rescueline.vehicle.gps.jt808;

/**
 * Makes the general answers (0x8001) to one terminal, what {@link FrameEncoder#encode} makes of them. Each position is
 * answered with one, and but for the serials and the result they are all alike, so the rest is made once.
 */
public final class AckFrames {
    private static final int BODY_BYTES = 5;
    private static final int SERIAL_BYTES = 2;
    private static final int CHECK_BYTES = 1;

    private final byte[] template;
    private final int serialOffset;

    /** The answers to this terminal. */
    public AckFrames(TerminalAddress address) {
        this.template = FrameEncoder.content(address, 0, new PlatformAck(0, 0, PlatformAck.Result.DONE));
        this.serialOffset = template.length - CHECK_BYTES - BODY_BYTES - SERIAL_BYTES;
    }

    /**
     * One frame, ready for the wire.
     *
     * @param serial our running number; its low 16 bits are sent
     */
    public byte[] frame(int serial, PlatformAck ack) {
        byte[] content = template.clone();
        int body = serialOffset + SERIAL_BYTES;
        int check = content.length - CHECK_BYTES;
        FrameEncoder.putShort(content, serialOffset, serial);
        FrameEncoder.putShort(content, body, ack.answerSerial());
        FrameEncoder.putShort(content, body + 2, ack.answerId());
        content[check - 1] = (byte) ack.result().number();
        content[check] = FrameEncoder.check(content, 0, check);
        return FrameEncoder.escape(content);
    }
}
