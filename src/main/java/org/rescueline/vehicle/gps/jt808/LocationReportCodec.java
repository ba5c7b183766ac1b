package org.rescueline.vehicle.gps.jt808;

/** 0x0200. */
final class LocationReportCodec implements MessageCodec<LocationReport> {
    @Override
    public int messageId() {
        return MessageId.LOCATION_REPORT;
    }

    @Override
    public Class<LocationReport> messageType() {
        return LocationReport.class;
    }

    @Override
    public LocationReport decode(BodyReader body, ProtocolVersion version) throws MalformedFrame {
        return new LocationReport(
                body.bits(),
                body.bits(),
                body.bits(),
                body.bits(),
                body.signedShort(),
                body.unsignedShort(),
                body.unsignedShort(),
                TerminalClock.read(body),
                AdditionalItems.read(body));
    }

    @Override
    public void encode(LocationReport report, BodyWriter body, ProtocolVersion version) {
        body.bits(report.alarmBits())
                .bits(report.statusBits())
                .bits(report.latitudeMicrodegrees())
                .bits(report.longitudeMicrodegrees())
                .unsignedShort(report.altitudeMeters())
                .unsignedShort(report.speedTenthsKph())
                .unsignedShort(report.courseDegrees());
        TerminalClock.write(report.epochSecond(), body);
        report.items().write(body);
    }
}
