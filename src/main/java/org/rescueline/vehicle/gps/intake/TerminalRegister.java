package org.rescueline.vehicle.gps.intake;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.rescueline.vehicle.TerminalProtocol;
import org.rescueline.vehicle.gps.jt808.Authentication;
import org.rescueline.vehicle.gps.jt808.Registration;

/** Changes to terminals that terminals themselves ask for: in the table first, then in memory. */
@Singleton
public class TerminalRegister {
    private final TerminalTable table;
    private final TerminalDirectory directory;

    TerminalRegister(TerminalTable table, TerminalDirectory directory) {
        this.table = table;
        this.directory = directory;
    }

    /**
     * Registers a terminal.
     *
     * @param freshCode the code it gets unless it keeps the one it has
     * @return empty when it is a stranger and strangers are not taken in, or no more of them
     */
    public Uni<Optional<TrackedTerminal>> register(
            String phone, TerminalProtocol protocol, Registration registration, String freshCode) {
        return table.register(phone, protocol, registration, freshCode).map(row -> row.map(directory::enter));
    }

    /** Takes the code away. */
    public Uni<Void> logout(TrackedTerminal terminal) {
        return table.forgetCode(terminal.known().id())
                .chain(() -> directory.reload(terminal.known().phone()))
                .replaceWithVoid();
    }

    /** Notes what a terminal of 2019 tells of itself. */
    public Uni<Void> noteDevice(TrackedTerminal terminal, Authentication authentication) {
        return table.noteDevice(terminal.known().id(), authentication.imei(), authentication.softwareVersion());
    }
}
