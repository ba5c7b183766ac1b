package org.rescueline.vehicle.gps.jt808;

/** 0x8104. */
final class ParameterQueryCodec implements MessageCodec<ParameterQuery> {
    @Override
    public int messageId() {
        return MessageId.PARAMETER_QUERY;
    }

    @Override
    public Class<ParameterQuery> messageType() {
        return ParameterQuery.class;
    }

    @Override
    public ParameterQuery decode(BodyReader body, ProtocolVersion version) {
        return new ParameterQuery();
    }

    @Override
    public void encode(ParameterQuery query, BodyWriter body, ProtocolVersion version) {}
}
