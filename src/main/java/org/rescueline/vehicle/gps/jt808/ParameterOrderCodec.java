package org.rescueline.vehicle.gps.jt808;

import java.util.List;

/** 0x8103. */
final class ParameterOrderCodec implements MessageCodec<ParameterOrder> {
    @Override
    public int messageId() {
        return MessageId.PARAMETER_ORDER;
    }

    @Override
    public Class<ParameterOrder> messageType() {
        return ParameterOrder.class;
    }

    @Override
    public ParameterOrder decode(BodyReader body, ProtocolVersion version) throws MalformedFrame {
        body.unsignedByte();
        List<TerminalParameter> parameters = Parameters.read(body);
        if (parameters.size() > ParameterOrder.MOST_PARAMETERS) {
            throw new MalformedFrame(FrameRefusal.WRONG_LENGTH);
        }
        return new ParameterOrder(parameters);
    }

    @Override
    public void encode(ParameterOrder order, BodyWriter body, ProtocolVersion version) {
        body.unsignedByte(order.parameters().size());
        Parameters.write(order.parameters(), body);
    }
}
