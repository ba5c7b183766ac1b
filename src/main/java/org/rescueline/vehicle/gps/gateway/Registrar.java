package org.rescueline.vehicle.gps.gateway;

import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.rescueline.vehicle.gps.intake.TrackedTerminal;
import org.rescueline.vehicle.gps.jt808.Authentication;
import org.rescueline.vehicle.gps.jt808.Header;
import org.rescueline.vehicle.gps.jt808.Registration;
import org.rescueline.vehicle.gps.jt808.RegistrationAnswer;

/**
 * Gives codes to terminals and checks them. Every stage fails when the database does not answer in time; then the
 * terminal gets no answer and repeats.
 */
interface Registrar {
    /** Enters a terminal and gives it its code, or says why not. */
    CompletionStage<RegistrationAnswer> register(Header header, Registration registration);

    /** The terminal, when the code is its own. */
    CompletionStage<Optional<TrackedTerminal>> authenticate(Header header, Authentication authentication);

    /** The terminal, when it may speak without a code. */
    CompletionStage<Optional<TrackedTerminal>> admit(Header header);

    /** Takes the terminal's code away. */
    CompletionStage<Void> logout(TrackedTerminal terminal);
}
