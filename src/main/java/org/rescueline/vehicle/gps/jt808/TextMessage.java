package org.rescueline.vehicle.gps.jt808;

/**
 * 0x8300: words for the driver, in GBK. Answered with 0x0001.
 *
 * @param flags bit 0 urgent, bit 2 on the terminal's display, bit 3 read aloud, bit 4 on the advertising screen
 * @param text up to 1,021 bytes of GBK
 */
public record TextMessage(int flags, String text) implements PlatformMessage {
    private static final int URGENT = 1;
    private static final int DISPLAYED = 1 << 2;
    private static final int READ_ALOUD = 1 << 3;

    /** Words on the display, and read aloud: a driver looks at the road. */
    public static TextMessage toDriver(String text, boolean isUrgent) {
        return new TextMessage(DISPLAYED | READ_ALOUD | (isUrgent ? URGENT : 0), text);
    }

    /** Whether every character of the text can be sent; an emoji cannot. */
    public static boolean isSendable(String text) {
        return BodyReader.TEXT.newEncoder().canEncode(text);
    }

    /** How many bytes the text takes on the wire. */
    public static int bytes(String text) {
        return text.getBytes(BodyReader.TEXT).length;
    }

    @Override
    public int messageId() {
        return MessageId.TEXT_MESSAGE;
    }
}
