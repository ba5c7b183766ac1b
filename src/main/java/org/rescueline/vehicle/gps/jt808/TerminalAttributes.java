package org.rescueline.vehicle.gps.jt808;

/**
 * 0x0107: what the terminal is, because it was asked. The editions of 2013 and 2019 have it.
 *
 * @param type bits: 0 fit for passenger coaches, 1 dangerous goods, 2 freight, 3 taxis, 6 hard-disk recording, 7 in parts
 * @param iccid of its SIM card, 20 digits
 * @param satelliteBits which systems it receives: 0 GPS, 1 BeiDou, 2 GLONASS, 3 Galileo
 * @param networkBits what it talks over: 0 GPRS, 1 CDMA, 2 TD-SCDMA, 3 WCDMA, 4 CDMA2000, 5 TD-LTE, 7 others
 */
public record TerminalAttributes(
        int type,
        String manufacturer,
        String model,
        String deviceId,
        String iccid,
        String hardwareVersion,
        String firmwareVersion,
        int satelliteBits,
        int networkBits)
        implements TerminalMessage {
    @Override
    public int messageId() {
        return MessageId.ATTRIBUTE_ANSWER;
    }
}
