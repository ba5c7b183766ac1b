package org.rescueline.vehicle.gps.jt808;

/**
 * Reads and writes the body of one kind of message. One class per message id: a new message is a new class and one line
 * in {@link Codecs}.
 */
interface MessageCodec<M extends Message> {
    /** The id of the messages that this codec reads and writes. */
    int messageId();

    /** The class of the messages that this codec reads and writes. */
    Class<M> messageType();

    /** Reads a body; what follows the last known field is left unread, as later editions may add to it. */
    M decode(BodyReader body, ProtocolVersion version) throws MalformedFrame;

    /** Writes a body. */
    void encode(M message, BodyWriter body, ProtocolVersion version);
}
