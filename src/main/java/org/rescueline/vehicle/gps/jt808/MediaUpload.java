package org.rescueline.vehicle.gps.jt808;

import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * 0x0801: a picture, sound or film. Nearly always comes in parts.
 *
 * @param mediaId the terminal's number of it
 * @param kind 0 picture, 1 sound, 2 film
 * @param format 0 JPEG, 1 TIF, 2 MP3, 3 WAV, 4 WMV
 * @param trigger 0 ordered by the platform, 1 at an interval, 2 hold-up, 3 collision; further ones by the edition
 * @param channel of the camera or microphone
 * @param place where the truck was; null in the edition of 2011, which does not tell it
 * @param content the file itself
 */
public record MediaUpload(
        long mediaId,
        int kind,
        int format,
        int trigger,
        int channel,
        @Nullable LocationReport place,
        byte[] content) implements TerminalMessage {

    @Override
    public int messageId() {
        return MessageId.MEDIA_UPLOAD;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof MediaUpload upload
                && mediaId == upload.mediaId
                && kind == upload.kind
                && format == upload.format
                && trigger == upload.trigger
                && channel == upload.channel
                && Objects.equals(place, upload.place)
                && Arrays.equals(content, upload.content);
    }

    @Override
    public int hashCode() {
        return Objects.hash(mediaId, kind, format, trigger, channel, place, Arrays.hashCode(content));
    }

    @Override
    public String toString() {
        return "MediaUpload[" + mediaId + ", kind " + kind + ", format " + format + ", " + content.length + " bytes]";
    }
}
