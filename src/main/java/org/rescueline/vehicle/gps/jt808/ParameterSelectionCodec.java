package org.rescueline.vehicle.gps.jt808;

import java.util.ArrayList;
import java.util.List;

/** 0x8106. */
final class ParameterSelectionCodec implements MessageCodec<ParameterSelection> {
    @Override
    public int messageId() {
        return MessageId.PARAMETER_SELECTION;
    }

    @Override
    public Class<ParameterSelection> messageType() {
        return ParameterSelection.class;
    }

    @Override
    public ParameterSelection decode(BodyReader body, ProtocolVersion version) throws MalformedFrame {
        int count = body.unsignedByte();
        List<Long> ids = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            ids.add(body.unsignedInt());
        }
        return new ParameterSelection(ids);
    }

    @Override
    public void encode(ParameterSelection selection, BodyWriter body, ProtocolVersion version) {
        body.unsignedByte(selection.ids().size());
        selection.ids().forEach(id -> body.bits((int) (long) id));
    }
}
