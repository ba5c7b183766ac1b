package org.rescueline.vehicle.gps.jt808;

/** 0x8201. */
final class LocationQueryCodec implements MessageCodec<LocationQuery> {
    @Override
    public int messageId() {
        return MessageId.LOCATION_QUERY;
    }

    @Override
    public Class<LocationQuery> messageType() {
        return LocationQuery.class;
    }

    private static final LocationQuery QUERY = new LocationQuery();

    @Override
    public LocationQuery decode(BodyReader body, ProtocolVersion version) {
        return QUERY;
    }

    @Override
    public void encode(LocationQuery query, BodyWriter body, ProtocolVersion version) {}
}
