package org.rescueline.vehicle.gps.jt808;

import java.util.stream.Stream;

/** 0x8100. */
final class RegistrationAnswerCodec implements MessageCodec<RegistrationAnswer> {
    @Override
    public int messageId() {
        return MessageId.REGISTRATION_ANSWER;
    }

    @Override
    public Class<RegistrationAnswer> messageType() {
        return RegistrationAnswer.class;
    }

    @Override
    public RegistrationAnswer decode(BodyReader body, ProtocolVersion version) throws MalformedFrame {
        return new RegistrationAnswer(body.unsignedShort(), result(body.unsignedByte()), body.remainingText());
    }

    @Override
    public void encode(RegistrationAnswer answer, BodyWriter body, ProtocolVersion version) {
        body.unsignedShort(answer.answerSerial())
                .unsignedByte(answer.result().number())
                .text(answer.code());
    }

    /** A number the standard does not name is certainly no consent. */
    private static RegistrationAnswer.Result result(int number) {
        return Stream.of(RegistrationAnswer.Result.values())
                .filter(result -> result.number() == number)
                .findFirst()
                .orElse(RegistrationAnswer.Result.NO_SUCH_TERMINAL);
    }
}
