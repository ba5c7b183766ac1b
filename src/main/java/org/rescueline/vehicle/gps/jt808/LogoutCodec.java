package org.rescueline.vehicle.gps.jt808;

/** 0x0003. */
final class LogoutCodec implements MessageCodec<Logout> {
    @Override
    public int messageId() {
        return MessageId.LOGOUT;
    }

    @Override
    public Class<Logout> messageType() {
        return Logout.class;
    }

    private static final Logout LOGOUT = new Logout();

    @Override
    public Logout decode(BodyReader body, ProtocolVersion version) {
        return LOGOUT;
    }

    @Override
    public void encode(Logout logout, BodyWriter body, ProtocolVersion version) {}
}
