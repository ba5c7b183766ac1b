package org.rescueline.vehicle.gps.jt808;

/** 0x0002. */
final class HeartbeatCodec implements MessageCodec<Heartbeat> {
    @Override
    public int messageId() {
        return MessageId.HEARTBEAT;
    }

    @Override
    public Class<Heartbeat> messageType() {
        return Heartbeat.class;
    }

    private static final Heartbeat HEARTBEAT = new Heartbeat();

    @Override
    public Heartbeat decode(BodyReader body, ProtocolVersion version) {
        return HEARTBEAT;
    }

    @Override
    public void encode(Heartbeat heartbeat, BodyWriter body, ProtocolVersion version) {}
}
