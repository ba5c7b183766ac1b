package org.rescueline.vehicle.gps.jt808;

/** 0x8107. */
final class AttributeQueryCodec implements MessageCodec<AttributeQuery> {
    @Override
    public int messageId() {
        return MessageId.ATTRIBUTE_QUERY;
    }

    @Override
    public Class<AttributeQuery> messageType() {
        return AttributeQuery.class;
    }

    @Override
    public AttributeQuery decode(BodyReader body, ProtocolVersion version) {
        return new AttributeQuery();
    }

    @Override
    public void encode(AttributeQuery query, BodyWriter body, ProtocolVersion version) {}
}
