package org.rescueline.vehicle.gps.jt808;

/**
 * 0x8202: report more often for a while (临时位置跟踪). Answered with 0x0001. The terminal ends it by itself when the time
 * is over, so that nobody has to remember.
 *
 * @param intervalSeconds between two reports, 1 to 65,535; 0 ends it
 * @param durationSeconds how long, 1 to 4,294,967,295; 0 when it ends
 */
public record TrackingOrder(int intervalSeconds, long durationSeconds) implements PlatformMessage {
    private static final int LONGEST_INTERVAL = 0xffff;
    private static final long LONGEST_DURATION = 0xffff_ffffL;

    /** Back to how it was. */
    public static final TrackingOrder STOP = new TrackingOrder(0, 0);

    public TrackingOrder {
        if (intervalSeconds < 0 || intervalSeconds > LONGEST_INTERVAL) {
            throw new IllegalArgumentException("seconds between reports: " + intervalSeconds);
        }
        if (durationSeconds < 0 || durationSeconds > LONGEST_DURATION) {
            throw new IllegalArgumentException("seconds of tracking: " + durationSeconds);
        }
    }

    @Override
    public int messageId() {
        return MessageId.TRACKING_ORDER;
    }
}
