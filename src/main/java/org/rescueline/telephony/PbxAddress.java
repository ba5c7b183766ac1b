package org.rescueline.telephony;

/**
 * Where a switch's manager interface (AMI) listens.
 *
 * @param name the switch's name in the ledger, part of each call's identity
 * @param secret the manager user's password; left out of {@link #toString()}
 * @param simulated whether it is the built-in hotline simulator, which the page says
 */
public record PbxAddress(String name, String host, int port, String username, String secret, boolean simulated) {

    @Override
    public String toString() {
        return name + " at " + host + ":" + port + " as " + username + (simulated ? " (simulated)" : "");
    }
}
