package org.rescueline.vehicle.gps.jt808;

/** Takes what a {@link FrameSplitter} finds. Both methods are called on the thread that fed the splitter. */
public interface FrameSink {
    /**
     * One frame between two delimiters, already unescaped, check byte still at its end.
     *
     * @param content the splitter's own buffer, valid only during this call
     * @param length how many bytes of it belong to the frame, at least 1
     */
    void frame(byte[] content, int length);

    /**
     * Bytes that cannot be a frame.
     *
     * @param content the splitter's own buffer holding the first of those bytes, valid only during this call
     * @param length how many bytes of it there are
     */
    void refused(FrameRefusal refusal, byte[] content, int length);
}
