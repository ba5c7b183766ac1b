package org.rescueline.vehicle.gps.jt808;

import java.util.ArrayList;
import java.util.List;

/** 0x8003. */
final class PartRequestCodec implements MessageCodec<PartRequest> {
    @Override
    public int messageId() {
        return MessageId.PART_REQUEST;
    }

    @Override
    public Class<PartRequest> messageType() {
        return PartRequest.class;
    }

    @Override
    public PartRequest decode(BodyReader body, ProtocolVersion version) throws MalformedFrame {
        int serial = body.unsignedShort();
        int count = version == ProtocolVersion.V2019 ? body.unsignedShort() : body.unsignedByte();
        if (count > PartRequest.MOST_PARTS) {
            throw new MalformedFrame(FrameRefusal.BODY_TOO_SHORT);
        }
        List<Integer> parts = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            parts.add(body.unsignedShort());
        }
        return new PartRequest(serial, parts);
    }

    /** The count has one byte up to 2013 and two since 2019. */
    @Override
    public void encode(PartRequest request, BodyWriter body, ProtocolVersion version) {
        int count = request.parts().size();
        body.unsignedShort(request.firstSerial());
        if (version == ProtocolVersion.V2019) {
            body.unsignedShort(count);
        } else {
            body.unsignedByte(count);
        }
        request.parts().forEach(body::unsignedShort);
    }
}
