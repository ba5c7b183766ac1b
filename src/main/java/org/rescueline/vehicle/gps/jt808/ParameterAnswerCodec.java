package org.rescueline.vehicle.gps.jt808;

/** 0x0104. */
final class ParameterAnswerCodec implements MessageCodec<ParameterAnswer> {
    @Override
    public int messageId() {
        return MessageId.PARAMETER_ANSWER;
    }

    @Override
    public Class<ParameterAnswer> messageType() {
        return ParameterAnswer.class;
    }

    /** The number of parameters is told, and not believed: some count only those of this part. */
    @Override
    public ParameterAnswer decode(BodyReader body, ProtocolVersion version) throws MalformedFrame {
        int serial = body.unsignedShort();
        body.unsignedByte();
        return new ParameterAnswer(serial, Parameters.read(body));
    }

    @Override
    public void encode(ParameterAnswer answer, BodyWriter body, ProtocolVersion version) {
        body.unsignedShort(answer.answerSerial())
                .unsignedByte(answer.parameters().size());
        Parameters.write(answer.parameters(), body);
    }
}
