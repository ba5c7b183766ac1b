package org.rescueline.vehicle.gps.jt808;

/** 0x8202. */
final class TrackingOrderCodec implements MessageCodec<TrackingOrder> {
    @Override
    public int messageId() {
        return MessageId.TRACKING_ORDER;
    }

    @Override
    public Class<TrackingOrder> messageType() {
        return TrackingOrder.class;
    }

    @Override
    public TrackingOrder decode(BodyReader body, ProtocolVersion version) throws MalformedFrame {
        int interval = body.unsignedShort();
        return interval == 0 ? TrackingOrder.STOP : new TrackingOrder(interval, body.unsignedInt());
    }

    /** An interval of 0 carries nothing more. */
    @Override
    public void encode(TrackingOrder order, BodyWriter body, ProtocolVersion version) {
        body.unsignedShort(order.intervalSeconds());
        if (order.intervalSeconds() > 0) {
            body.bits((int) order.durationSeconds());
        }
    }
}
