package org.rescueline.vehicle.gps.jt808;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.OptionalLong;

/**
 * The items behind the fixed fields of a location report, each one id, length and value. Kept as the bytes they came
 * in and read when asked for: most reports carry ten of them and one or two are wanted.
 *
 * <p>Vendors put what they like in here, and some write a length that runs over the end of the body. Such a report is
 * still a good position, so the walk ends there and {@link #isOverrun()} says so.
 */
public final class AdditionalItems {
    /** No items. */
    public static final AdditionalItems NONE = new AdditionalItems(new byte[0]);

    /** Mileage, 0.1 km. */
    public static final int MILEAGE = 0x01;
    /** Fuel, 0.1 l. */
    public static final int FUEL = 0x02;
    /** Speed by the tachograph, 0.1 km/h. */
    public static final int RECORDER_SPEED = 0x03;
    /** Number of an alarm that a person shall confirm. */
    public static final int ALARM_TO_CONFIRM = 0x04;
    /** Pressure of each tyre (2019). */
    public static final int TYRE_PRESSURE = 0x05;
    /** Temperature of the cargo, °C (2019). */
    public static final int CARGO_TEMPERATURE = 0x06;
    /** Which limit is driven faster than. */
    public static final int OVERSPEED = 0x11;
    /** Which area or route was entered or left. */
    public static final int AREA_CROSSING = 0x12;
    /** Which stretch of a route took too short or too long. */
    public static final int ROUTE_TIME = 0x13;
    /** Vehicle signals: lamps, horn, brake. */
    public static final int SIGNALS = 0x25;
    /** IO status: deep sleep, sleep. */
    public static final int IO_STATUS = 0x2a;
    /** Two analogue inputs of 16 bits each. */
    public static final int ANALOGUE = 0x2b;
    /** Strength of the mobile network, 0 to 31 or so. */
    public static final int SIGNAL_STRENGTH = 0x30;
    /** Satellites in use. */
    public static final int SATELLITES = 0x31;

    private static final int NOT_FOUND = -1;

    private final byte[] bytes;

    private AdditionalItems(byte[] bytes) {
        this.bytes = bytes;
    }

    static AdditionalItems read(BodyReader body) throws MalformedFrame {
        return body.remaining() == 0 ? NONE : new AdditionalItems(body.bytes(body.remaining()));
    }

    void write(BodyWriter body) {
        body.bytes(bytes);
    }

    /**
     * These items and one more.
     *
     * @param id 0 to 255
     * @param value up to 255 bytes
     */
    public AdditionalItems with(int id, byte... value) {
        if (value.length > 255) {
            throw new IllegalArgumentException("an item holds at most 255 bytes");
        }
        byte[] more = Arrays.copyOf(bytes, bytes.length + 2 + value.length);
        more[bytes.length] = (byte) id;
        more[bytes.length + 1] = (byte) value.length;
        System.arraycopy(value, 0, more, bytes.length + 2, value.length);
        return new AdditionalItems(more);
    }

    /** These items and the mileage in kilometres. */
    public AdditionalItems withMileageKm(double kilometres) {
        int tenths = (int) Math.round(kilometres * 10);
        return with(MILEAGE, (byte) (tenths >> 24), (byte) (tenths >> 16), (byte) (tenths >> 8), (byte) tenths);
    }

    /** These items and the number of satellites in use. */
    public AdditionalItems withSatellites(int satellites) {
        return with(SATELLITES, (byte) satellites);
    }

    /** The first item with this id, read as an unsigned big-endian number of up to eight bytes. */
    public OptionalLong find(int id) {
        int at = indexOf(id);
        if (at == NOT_FOUND || length(at) > Long.BYTES) {
            return OptionalLong.empty();
        }
        long value = 0;
        for (int i = 0; i < length(at); i++) {
            value = value << 8 | (bytes[at + 2 + i] & 0xff);
        }
        return OptionalLong.of(value);
    }

    /** Takes one item. */
    @FunctionalInterface
    public interface Taker {
        /** One item: id and a copy of its bytes. */
        void take(int id, byte[] value);
    }

    /** Hands over every whole item in its order. */
    public void forEach(Taker taker) {
        int at = 0;
        while (at < bytes.length && isWhole(at)) {
            taker.take(bytes[at] & 0xff, Arrays.copyOfRange(bytes, at + 2, at + 2 + length(at)));
            at += 2 + length(at);
        }
    }

    /** Whether the last item claims more bytes than are there. */
    public boolean isOverrun() {
        int at = 0;
        while (at < bytes.length) {
            if (!isWhole(at)) {
                return true;
            }
            at += 2 + length(at);
        }
        return false;
    }

    private int indexOf(int id) {
        int at = 0;
        while (at < bytes.length && isWhole(at)) {
            if ((bytes[at] & 0xff) == id) {
                return at;
            }
            at += 2 + length(at);
        }
        return NOT_FOUND;
    }

    private boolean isWhole(int at) {
        return at + 1 < bytes.length && at + 2 + length(at) <= bytes.length;
    }

    private int length(int at) {
        return bytes[at + 1] & 0xff;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof AdditionalItems items && Arrays.equals(bytes, items.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return HexFormat.of().formatHex(bytes);
    }
}
