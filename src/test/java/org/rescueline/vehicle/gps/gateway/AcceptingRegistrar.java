package org.rescueline.vehicle.gps.gateway;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import org.rescueline.vehicle.TerminalProtocol;
import org.rescueline.vehicle.gps.intake.KnownTerminal;
import org.rescueline.vehicle.gps.intake.TrackedTerminal;
import org.rescueline.vehicle.gps.jt808.Authentication;
import org.rescueline.vehicle.gps.jt808.Header;
import org.rescueline.vehicle.gps.jt808.Registration;
import org.rescueline.vehicle.gps.jt808.RegistrationAnswer;

/** Takes every terminal that shows the one code, at once. */
final class AcceptingRegistrar implements Registrar {
    static final String CODE = "OPEN-SESAME";

    private final Map<String, TrackedTerminal> terminals = new ConcurrentHashMap<>();

    @Override
    public CompletionStage<RegistrationAnswer> register(Header header, Registration registration) {
        return CompletableFuture.completedFuture(RegistrationAnswer.registered(header.serial(), CODE));
    }

    @Override
    public CompletionStage<Optional<TrackedTerminal>> authenticate(Header header, Authentication authentication) {
        return CompletableFuture.completedFuture(
                authentication.code().equals(CODE) ? Optional.of(terminal(header)) : Optional.empty());
    }

    @Override
    public CompletionStage<Optional<TrackedTerminal>> admit(Header header) {
        return CompletableFuture.completedFuture(Optional.empty());
    }

    @Override
    public CompletionStage<Void> logout(TrackedTerminal terminal) {
        return CompletableFuture.completedFuture(null);
    }

    /** Every terminal that has shown the code. */
    Collection<TrackedTerminal> terminals() {
        return terminals.values();
    }

    private TrackedTerminal terminal(Header header) {
        return terminals.computeIfAbsent(
                header.terminalPhone(),
                phone -> new TrackedTerminal(new KnownTerminal(
                        terminals.size() + 1, phone, TerminalProtocol.JT808_2013, null, null, CODE, null, false)));
    }
}
