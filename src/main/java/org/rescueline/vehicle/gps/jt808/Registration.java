package org.rescueline.vehicle.gps.jt808;

/**
 * 0x0100: asks for an authentication code.
 *
 * @param version the edition whose layout the body has; the header cannot tell 2011 from 2013
 * @param province first two digits of GB/T 2260, 0 when the platform shall choose
 * @param city last four digits of GB/T 2260, 0 when the platform shall choose
 * @param manufacturer the maker's code
 * @param model the maker's name for the model
 * @param deviceId the maker's number of this device
 * @param plateColour JT/T 415 (2019: JT/T 697.7); 0 is a vehicle without plate
 * @param plate the number plate, or the VIN of a vehicle without plate
 */
public record Registration(
        ProtocolVersion version,
        int province,
        int city,
        String manufacturer,
        String model,
        String deviceId,
        int plateColour,
        String plate)
        implements TerminalMessage {
    @Override
    public int messageId() {
        return MessageId.REGISTRATION;
    }
}
