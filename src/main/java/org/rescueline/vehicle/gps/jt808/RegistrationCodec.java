package org.rescueline.vehicle.gps.jt808;

/** 0x0100. */
final class RegistrationCodec implements MessageCodec<Registration> {
    @Override
    public int messageId() {
        return MessageId.REGISTRATION;
    }

    @Override
    public Class<Registration> messageType() {
        return Registration.class;
    }

    /** The lengths, in bytes, of the three fields that changed from edition to edition. */
    private record Layout(int manufacturer, int model, int deviceId) {
        private int fixedBytes() {
            return 2 + 2 + manufacturer + model + deviceId + 1;
        }
    }

    private static final Layout LAYOUT_2011 = new Layout(5, 8, 7);
    private static final Layout LAYOUT_2013 = new Layout(5, 20, 7);
    private static final Layout LAYOUT_2019 = new Layout(11, 30, 30);

    @Override
    public Registration decode(BodyReader body, ProtocolVersion version) throws MalformedFrame {
        ProtocolVersion edition = edition(version, body.remaining());
        Layout layout = layout(edition);
        return new Registration(
                edition,
                body.unsignedShort(),
                body.unsignedShort(),
                body.text(layout.manufacturer()),
                body.text(layout.model()),
                body.text(layout.deviceId()),
                body.unsignedByte(),
                body.remainingText());
    }

    @Override
    public void encode(Registration registration, BodyWriter body, ProtocolVersion version) {
        Layout layout = layout(registration.version());
        body.unsignedShort(registration.province())
                .unsignedShort(registration.city())
                .text(registration.manufacturer(), layout.manufacturer())
                .text(registration.model(), layout.model())
                .text(registration.deviceId(), layout.deviceId())
                .unsignedByte(registration.plateColour())
                .text(registration.plate());
    }

    /**
     * The header of 2011 and 2013 is the same, but the fixed fields of 2013 take 37 bytes, and a body of 2011 with the
     * longest plate (9 bytes) takes 34.
     */
    private static ProtocolVersion edition(ProtocolVersion told, int bodyLength) {
        if (told == ProtocolVersion.V2019) {
            return told;
        }
        return bodyLength < LAYOUT_2013.fixedBytes() ? ProtocolVersion.V2011 : ProtocolVersion.V2013;
    }

    private static Layout layout(ProtocolVersion edition) {
        return switch (edition) {
            case V2011 -> LAYOUT_2011;
            case V2013 -> LAYOUT_2013;
            case V2019 -> LAYOUT_2019;
        };
    }
}
