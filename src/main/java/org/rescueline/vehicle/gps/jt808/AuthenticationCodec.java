package org.rescueline.vehicle.gps.jt808;

/** 0x0102. */
final class AuthenticationCodec implements MessageCodec<Authentication> {
    @Override
    public int messageId() {
        return MessageId.AUTHENTICATION;
    }

    @Override
    public Class<Authentication> messageType() {
        return Authentication.class;
    }

    private static final int IMEI_BYTES = 15;
    private static final int SOFTWARE_BYTES = 20;

    @Override
    public Authentication decode(BodyReader body, ProtocolVersion version) throws MalformedFrame {
        if (version != ProtocolVersion.V2019) {
            return Authentication.of(body.remainingText());
        }
        return new Authentication(
                body.text(body.unsignedByte()), body.text(IMEI_BYTES), optionalText(body, SOFTWARE_BYTES));
    }

    @Override
    public void encode(Authentication authentication, BodyWriter body, ProtocolVersion version) {
        if (version != ProtocolVersion.V2019) {
            body.text(authentication.code());
            return;
        }
        body.unsignedByte(authentication.code().getBytes(BodyReader.TEXT).length)
                .text(authentication.code())
                .text(authentication.imei(), IMEI_BYTES)
                .text(authentication.softwareVersion(), SOFTWARE_BYTES);
    }

    /** Some terminals of 2019 leave their software version out, or write it shorter than its field. */
    private static String optionalText(BodyReader body, int bytes) throws MalformedFrame {
        return body.text(Math.min(bytes, body.remaining()));
    }
}
