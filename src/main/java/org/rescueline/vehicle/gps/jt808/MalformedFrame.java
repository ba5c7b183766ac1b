package org.rescueline.vehicle.gps.jt808;

/**
 * Bytes that cannot be read as a message. Carries no stack trace: a flood of garbage must not be expensive, and the
 * reason says all there is to say.
 */
public final class MalformedFrame extends Exception {
    private static final long serialVersionUID = 1L;

    private final FrameRefusal refusal;

    /** Bytes refused for this reason. */
    public MalformedFrame(FrameRefusal refusal) {
        super(refusal.label(), null, false, false);
        this.refusal = refusal;
    }

    /** Why the bytes were refused. */
    public FrameRefusal refusal() {
        return refusal;
    }
}
