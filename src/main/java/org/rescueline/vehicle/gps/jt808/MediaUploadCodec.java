package org.rescueline.vehicle.gps.jt808;

/** 0x0801. */
final class MediaUploadCodec implements MessageCodec<MediaUpload> {
    private static final int PLACE_BYTES = 28;

    private final LocationReportCodec reports = new LocationReportCodec();

    @Override
    public int messageId() {
        return MessageId.MEDIA_UPLOAD;
    }

    @Override
    public Class<MediaUpload> messageType() {
        return MediaUpload.class;
    }

    /** The place is 28 bytes since 2013. A body of 2011 that is shorter than both together is read without it. */
    @Override
    public MediaUpload decode(BodyReader body, ProtocolVersion version) throws MalformedFrame {
        long mediaId = body.unsignedInt();
        int kind = body.unsignedByte();
        int format = body.unsignedByte();
        int trigger = body.unsignedByte();
        int channel = body.unsignedByte();
        LocationReport place = body.remaining() < PLACE_BYTES ? null : reports.decode(body.part(PLACE_BYTES), version);
        return new MediaUpload(mediaId, kind, format, trigger, channel, place, body.bytes(body.remaining()));
    }

    @Override
    public void encode(MediaUpload upload, BodyWriter body, ProtocolVersion version) {
        body.bits((int) upload.mediaId())
                .unsignedByte(upload.kind())
                .unsignedByte(upload.format())
                .unsignedByte(upload.trigger())
                .unsignedByte(upload.channel());
        LocationReport place = upload.place();
        if (place != null) {
            reports.encode(place.withItems(AdditionalItems.NONE), body, version);
        }
        body.bytes(upload.content());
    }
}
