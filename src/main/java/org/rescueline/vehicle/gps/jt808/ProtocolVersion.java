package org.rescueline.vehicle.gps.jt808;

/** The three editions of JT/T 808 found on the road. 2011 and 2013 share their header; only some bodies differ. */
public enum ProtocolVersion {
    /** JT/T 808-2011. */
    V2011(6),
    /** JT/T 808-2013. */
    V2013(6),
    /** JT/T 808-2019, told by bit 14 of the header's properties. */
    V2019(10);

    private final int phoneBytes;

    ProtocolVersion(int phoneBytes) {
        this.phoneBytes = phoneBytes;
    }

    /** Length of the terminal phone in the header, in BCD bytes of two digits each. */
    public int phoneBytes() {
        return phoneBytes;
    }

    boolean hasVersionByte() {
        return this == V2019;
    }
}
