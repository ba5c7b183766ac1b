package org.rescueline.vehicle.gps.jt808;

import java.util.List;

/** 0x8106: some of your settings, please. Answered with 0x0104. */
public record ParameterSelection(List<Long> ids) implements PlatformMessage {
    /** As many ids of four bytes as one body holds. */
    public static final int MOST_IDS = 255;

    public ParameterSelection {
        ids = List.copyOf(ids);
        if (ids.size() > MOST_IDS) {
            throw new IllegalArgumentException("at most " + MOST_IDS + " parameters are asked for at once");
        }
    }

    @Override
    public int messageId() {
        return MessageId.PARAMETER_SELECTION;
    }
}
