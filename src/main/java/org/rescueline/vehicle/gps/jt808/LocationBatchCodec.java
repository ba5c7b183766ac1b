package org.rescueline.vehicle.gps.jt808;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** 0x0704. */
final class LocationBatchCodec implements MessageCodec<LocationBatch> {
    private static final int LENGTH_BYTES = 2;
    private static final int SHORTEST_ITEM = LENGTH_BYTES + 28;

    private final LocationReportCodec reports = new LocationReportCodec();

    @Override
    public int messageId() {
        return MessageId.LOCATION_BATCH;
    }

    @Override
    public Class<LocationBatch> messageType() {
        return LocationBatch.class;
    }

    /**
     * A report that cannot be read costs itself only: a terminal repeats a refused batch for ever, and the good positions
     * in it would never arrive. Where a length runs over the end nothing behind it can be found.
     */
    @Override
    public LocationBatch decode(BodyReader body, ProtocolVersion version) throws MalformedFrame {
        int told = body.unsignedShort();
        LocationBatch.Kind kind = body.unsignedByte() == 1 ? LocationBatch.Kind.BLIND_AREA : LocationBatch.Kind.REGULAR;
        List<LocationReport> read = new ArrayList<>(Math.min(told, body.remaining() / SHORTEST_ITEM));
        int unreadable = 0;
        while (body.remaining() > 0 && read.size() + unreadable < told) {
            int length = body.remaining() < LENGTH_BYTES ? Integer.MAX_VALUE : body.unsignedShort();
            if (length > body.remaining()) {
                break;
            }
            try {
                read.add(reports.decode(body.part(length), version));
            } catch (MalformedFrame e) {
                unreadable++;
            }
        }
        if (read.isEmpty() && told > 0) {
            throw new MalformedFrame(FrameRefusal.BODY_TOO_SHORT);
        }
        return new LocationBatch(kind, read, told - read.size());
    }

    @Override
    public void encode(LocationBatch batch, BodyWriter body, ProtocolVersion version) {
        body.unsignedShort(batch.reports().size()).unsignedByte(batch.kind().ordinal());
        for (LocationReport report : batch.reports()) {
            BodyWriter item = new BodyWriter();
            reports.encode(report, item, version);
            body.unsignedShort(item.length()).bytes(Arrays.copyOf(item.content(), item.length()));
        }
    }
}
