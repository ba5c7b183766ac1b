package org.rescueline.vehicle.gps.jt808;

/** 0x0201. */
final class LocationAnswerCodec implements MessageCodec<LocationAnswer> {
    @Override
    public int messageId() {
        return MessageId.LOCATION_ANSWER;
    }

    @Override
    public Class<LocationAnswer> messageType() {
        return LocationAnswer.class;
    }

    private final LocationReportCodec reports = new LocationReportCodec();

    @Override
    public LocationAnswer decode(BodyReader body, ProtocolVersion version) throws MalformedFrame {
        return new LocationAnswer(body.unsignedShort(), reports.decode(body, version));
    }

    @Override
    public void encode(LocationAnswer answer, BodyWriter body, ProtocolVersion version) {
        body.unsignedShort(answer.answerSerial());
        reports.encode(answer.report(), body, version);
    }
}
