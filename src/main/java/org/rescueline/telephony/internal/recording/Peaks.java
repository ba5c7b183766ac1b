package org.rescueline.telephony.internal.recording;

import java.nio.ByteBuffer;

/**
 * The loudest sample of each stretch of a recording, channel by channel: enough to draw it. Fed with the samples in
 * order.
 */
final class Peaks {

    /** Stretches of a whole recording; a page draws no more. */
    static final int STRETCHES = 600;

    private final int channels;
    private final long frames;
    private final byte[] loudest;
    private long sample;

    Peaks(SoundFormat format) {
        channels = format.channels();
        frames = format.frames();
        loudest = new byte[STRETCHES * channels];
    }

    /** Takes whole samples, little-endian. */
    void take(ByteBuffer samples) {
        while (samples.remaining() >= SoundFormat.SAMPLE_BYTES) {
            int amplitude = Math.min(Short.MAX_VALUE, Math.abs((int) samples.getShort()));
            int stretch = (int) (sample / channels * STRETCHES / frames);
            int place = (int) (sample % channels) * STRETCHES + stretch;
            loudest[place] = (byte) Math.max(loudest[place] & 0xff, amplitude >> 7);
            sample++;
        }
    }

    /** One byte for each stretch, 0 silent to 255 full, all of the first channel before the second. */
    byte[] bytes() {
        return loudest.clone();
    }
}
