package org.rescueline.vehicle.gps.gateway;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.rescueline.shared.Failure;
import org.rescueline.shared.ReactiveBridge;
import org.rescueline.vehicle.TerminalProtocol;
import org.rescueline.vehicle.gps.GpsConfig;
import org.rescueline.vehicle.gps.intake.TerminalDirectory;
import org.rescueline.vehicle.gps.intake.TerminalRegister;
import org.rescueline.vehicle.gps.intake.TrackedTerminal;
import org.rescueline.vehicle.gps.jt808.Authentication;
import org.rescueline.vehicle.gps.jt808.Header;
import org.rescueline.vehicle.gps.jt808.ProtocolVersion;
import org.rescueline.vehicle.gps.jt808.Registration;
import org.rescueline.vehicle.gps.jt808.RegistrationAnswer;

/**
 * The registrar over the table of terminals. A known terminal is checked in memory, so that twenty thousand that come
 * back at once do not wait for the database; only strangers and new registrations reach it, a few at a time.
 */
@Singleton
class TableRegistrar implements Registrar {
    /** Sixteen letters of a 32-letter alphabet: 80 bits, and nothing that any terminal's character set lacks. */
    private static final int CODE_LENGTH = 16;

    private static final String CODE_LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    /** More at once would only stand in the pool's queue; who is turned away repeats a moment later. */
    private static final int MOST_UNDER_WAY = 64;

    private final SecureRandom random = new SecureRandom();
    private final Semaphore underWay = new Semaphore(MOST_UNDER_WAY);
    private final GpsConfig config;
    private final ReactiveBridge bridge;
    private final TerminalDirectory directory;
    private final TerminalRegister register;

    TableRegistrar(GpsConfig config, ReactiveBridge bridge, TerminalDirectory directory, TerminalRegister register) {
        this.config = config;
        this.bridge = bridge;
        this.directory = directory;
        this.register = register;
    }

    @Override
    public CompletionStage<RegistrationAnswer> register(Header header, Registration registration) {
        int serial = header.serial();
        return limited(
                        "terminal-register",
                        () -> register.register(
                                header.terminalPhone(), protocol(registration.version()), registration, freshCode()))
                .thenApply(registered -> registered
                        .map(terminal -> RegistrationAnswer.registered(serial, codeOf(terminal)))
                        .orElseGet(
                                () -> RegistrationAnswer.refused(serial, RegistrationAnswer.Result.NO_SUCH_TERMINAL)));
    }

    @Override
    public CompletionStage<Optional<TrackedTerminal>> authenticate(Header header, Authentication authentication) {
        Optional<TrackedTerminal> known = directory.find(header.terminalPhone());
        if (known.isPresent() && isCodeOf(known.get(), authentication)) {
            noteDevice(known.get(), authentication);
            return CompletableFuture.completedFuture(known);
        }
        // Another node may have given the code a second ago.
        return limited("terminal-look-up", () -> directory.reload(header.terminalPhone()))
                .thenApply(found -> found.filter(terminal -> isCodeOf(terminal, authentication)));
    }

    @Override
    public CompletionStage<Optional<TrackedTerminal>> admit(Header header) {
        if (config.authentication() == GpsConfig.Authentication.REQUIRED) {
            return CompletableFuture.completedFuture(Optional.empty());
        }
        Optional<TrackedTerminal> known = directory.find(header.terminalPhone());
        return known.isPresent()
                ? CompletableFuture.completedFuture(known)
                : limited(
                        "terminal-admit",
                        () -> directory.findOrKeep(header.terminalPhone(), protocol(header.version())));
    }

    @Override
    public CompletionStage<Void> logout(TrackedTerminal terminal) {
        return limited("terminal-logout", () -> register.logout(terminal));
    }

    private <T> CompletionStage<T> limited(String name, Supplier<Uni<T>> work) {
        if (!underWay.tryAcquire()) {
            return CompletableFuture.failedFuture(Failure.conflict("vehicle.too-many-registrations", Map.of()));
        }
        return bridge.run(name, config.registerTimeout(), work).whenComplete((done, failure) -> underWay.release());
    }

    /** Not waited for: a telling detail for the workshop, nothing that the terminal depends on. */
    private void noteDevice(TrackedTerminal terminal, Authentication authentication) {
        if (!authentication.imei().isEmpty()) {
            limited("terminal-note-device", () -> register.noteDevice(terminal, authentication))
                    .exceptionally(failure -> null);
        }
    }

    private String freshCode() {
        StringBuilder code = new StringBuilder(CODE_LENGTH);
        for (int i = 0; i < CODE_LENGTH; i++) {
            code.append(CODE_LETTERS.charAt(random.nextInt(CODE_LETTERS.length())));
        }
        return code.toString();
    }

    private static String codeOf(TrackedTerminal terminal) {
        String code = terminal.known().authCode();
        return code == null ? "" : code;
    }

    /** In constant time, so that a code cannot be guessed letter by letter. */
    private static boolean isCodeOf(TrackedTerminal terminal, Authentication authentication) {
        @Nullable String code = terminal.known().authCode();
        return code != null
                && MessageDigest.isEqual(
                        code.getBytes(StandardCharsets.UTF_8),
                        authentication.code().getBytes(StandardCharsets.UTF_8));
    }

    private static TerminalProtocol protocol(ProtocolVersion version) {
        return switch (version) {
            case V2011 -> TerminalProtocol.JT808_2011;
            case V2013 -> TerminalProtocol.JT808_2013;
            case V2019 -> TerminalProtocol.JT808_2019;
        };
    }
}
