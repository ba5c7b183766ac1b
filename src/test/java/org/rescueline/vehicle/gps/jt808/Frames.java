package org.rescueline.vehicle.gps.jt808;

/** Decodes single frames for tests. */
final class Frames {
    private Frames() {}

    /** A frame as decoded: header and message. */
    record Decoded(Header header, Message message) {}

    static Decoded decode(byte[] content, int length) throws MalformedFrame {
        Header header = new HeaderReader().read(content, length);
        return new Decoded(header, Codecs.decode(header, content));
    }

    /** Decodes the one frame on the wire. */
    static Decoded decodeWire(byte[] wire) throws MalformedFrame {
        Collected collected = Collected.from(wire);
        if (collected.frames.size() != 1 || !collected.refusals.isEmpty()) {
            throw new AssertionError(
                    "expected one frame, got " + collected.frames.size() + " and refusals " + collected.refusals);
        }
        byte[] content = collected.frames.get(0);
        return decode(content, content.length);
    }
}
