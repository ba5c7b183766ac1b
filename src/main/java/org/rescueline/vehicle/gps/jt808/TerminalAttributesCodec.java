package org.rescueline.vehicle.gps.jt808;

/** 0x0107. */
final class TerminalAttributesCodec implements MessageCodec<TerminalAttributes> {
    private static final int MANUFACTURER = 5;
    private static final int MANUFACTURER_2019 = 11;
    private static final int MODEL = 20;
    private static final int MODEL_2019 = 30;
    private static final int DEVICE = 7;
    private static final int DEVICE_2019 = 30;
    private static final int ICCID_BYTES = 10;

    @Override
    public int messageId() {
        return MessageId.ATTRIBUTE_ANSWER;
    }

    @Override
    public Class<TerminalAttributes> messageType() {
        return TerminalAttributes.class;
    }

    @Override
    public TerminalAttributes decode(BodyReader body, ProtocolVersion version) throws MalformedFrame {
        boolean isLong = version == ProtocolVersion.V2019;
        return new TerminalAttributes(
                body.unsignedShort(),
                body.text(isLong ? MANUFACTURER_2019 : MANUFACTURER),
                body.text(isLong ? MODEL_2019 : MODEL),
                body.text(isLong ? DEVICE_2019 : DEVICE),
                body.hex(ICCID_BYTES),
                body.text(body.unsignedByte()),
                body.text(body.unsignedByte()),
                body.unsignedByte(),
                body.unsignedByte());
    }

    @Override
    public void encode(TerminalAttributes attributes, BodyWriter body, ProtocolVersion version) {
        boolean isLong = version == ProtocolVersion.V2019;
        body.unsignedShort(attributes.type())
                .text(attributes.manufacturer(), isLong ? MANUFACTURER_2019 : MANUFACTURER)
                .text(attributes.model(), isLong ? MODEL_2019 : MODEL)
                .text(attributes.deviceId(), isLong ? DEVICE_2019 : DEVICE)
                .bcd(attributes.iccid())
                .shortText(attributes.hardwareVersion())
                .shortText(attributes.firmwareVersion())
                .unsignedByte(attributes.satelliteBits())
                .unsignedByte(attributes.networkBits());
    }
}
