package org.rescueline.vehicle.gps.jt808;

import java.util.stream.Stream;

/** 0x8001. */
final class PlatformAckCodec implements MessageCodec<PlatformAck> {
    @Override
    public int messageId() {
        return MessageId.PLATFORM_ACK;
    }

    @Override
    public Class<PlatformAck> messageType() {
        return PlatformAck.class;
    }

    @Override
    public PlatformAck decode(BodyReader body, ProtocolVersion version) throws MalformedFrame {
        return new PlatformAck(body.unsignedShort(), body.unsignedShort(), result(body.unsignedByte()));
    }

    @Override
    public void encode(PlatformAck ack, BodyWriter body, ProtocolVersion version) {
        body.unsignedShort(ack.answerSerial())
                .unsignedShort(ack.answerId())
                .unsignedByte(ack.result().number());
    }

    /** A number the standard does not name is certainly no consent. */
    private static PlatformAck.Result result(int number) {
        return Stream.of(PlatformAck.Result.values())
                .filter(result -> result.number() == number)
                .findFirst()
                .orElse(PlatformAck.Result.FAILED);
    }
}
