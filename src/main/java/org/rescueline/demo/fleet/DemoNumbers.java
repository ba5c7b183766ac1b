package org.rescueline.demo.fleet;

/** The numbering of the invented country: one number in, always the same plate, telephone and terminal out. */
public final class DemoNumbers {

    private DemoNumbers() {}

    /** A plate that no authority issues: the sign 演 stands for "demo". */
    public static String plate(int vehicle) {
        return "陕A演%04d".formatted(vehicle);
    }

    /** The driver's mobile telephone, digits only as the switch delivers it. */
    public static String driverNumber(int vehicle) {
        return "1380000%04d".formatted(vehicle);
    }

    /** The fleet's office. */
    static String fleetNumber(int fleet) {
        return "1360000%04d".formatted(fleet);
    }

    static String dutyNumber(int station, int line) {
        return "137000%d%04d".formatted(line, station);
    }

    /** Twelve digits, as a 2013 terminal carries them. */
    public static String terminalPhone(int vehicle) {
        return "01440000%04d".formatted(vehicle);
    }
}
