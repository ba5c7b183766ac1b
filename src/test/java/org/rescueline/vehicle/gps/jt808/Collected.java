package org.rescueline.vehicle.gps.jt808;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A sink that remembers. */
final class Collected implements FrameSink {
    final List<byte[]> frames = new ArrayList<>();
    final List<FrameRefusal> refusals = new ArrayList<>();

    @Override
    public void frame(byte[] content, int length) {
        frames.add(Arrays.copyOf(content, length));
    }

    @Override
    public void refused(FrameRefusal refusal, byte[] content, int length) {
        refusals.add(refusal);
    }

    /** Splits the bytes as one chunk. */
    static Collected from(byte... bytes) {
        Collected collected = new Collected();
        new FrameSplitter().feed(bytes, 0, bytes.length, collected);
        return collected;
    }
}
