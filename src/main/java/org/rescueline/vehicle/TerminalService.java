package org.rescueline.vehicle;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.rescueline.shared.Actor;

/**
 * Orders and questions to the terminal of a truck. Each is written down with who gave it before it is sent, and again with
 * what came of it. The first of the vehicle's terminals that is connected gets it.
 *
 * <p>Failures: NOT_FOUND {@code vehicle.not-found}; CONFLICT {@code vehicle.no-terminal} when the vehicle carries none that
 * can be spoken to.
 */
public interface TerminalService {
    /** The longest time a terminal may be told to report more often. */
    Duration LONGEST_TRACKING = Duration.ofDays(1);

    /**
     * Writes down words for the driver, in the transaction that is open; {@link #sendText} sends them afterwards. Failures:
     * INVALID {@code vehicle.text-blank}, {@code vehicle.text-not-sendable}, {@code vehicle.text-too-long}.
     */
    Uni<TerminalOrderView> noteText(UUID vehicleId, String text, Actor actor);

    /**
     * Sends words that were written down, to be shown and read aloud. Sends them once however often it is called: whoever
     * comes later is told what is known of the first time.
     */
    Uni<TerminalOrderView> sendText(TerminalOrderView noted, boolean isUrgent);

    /**
     * Lets the terminal report more often for a while; afterwards it goes back by itself. Failures: INVALID
     * {@code vehicle.tracking-out-of-range}.
     *
     * @param interval between two reports, 1 s to 1 h
     * @param duration up to {@link #LONGEST_TRACKING}
     */
    Uni<TerminalOrderView> startTracking(UUID vehicleId, Duration interval, Duration duration, Actor actor);

    /** Lets the terminal go back to how it reports as a rule. */
    Uni<TerminalOrderView> endTracking(UUID vehicleId, Actor actor);

    /**
     * Asks for settings.
     *
     * @param ids the standard's numbers; empty for all
     */
    Uni<TerminalAnswerView> askParameters(UUID vehicleId, List<Long> ids, Actor actor);

    /** Changes settings. Failures: INVALID {@code vehicle.parameters-too-long}. */
    Uni<TerminalOrderView> setParameters(UUID vehicleId, List<NewTerminalParameter> parameters, Actor actor);

    /** Asks what the terminal is. */
    Uni<TerminalAnswerView> askAttributes(UUID vehicleId, Actor actor);

    /** Lets the terminal start again. */
    Uni<TerminalOrderView> restart(UUID vehicleId, Actor actor);

    /** The newest orders to the vehicle's terminals, newest first. */
    Uni<List<TerminalOrderView>> listOrders(UUID vehicleId, int limit);

    /** What each of the vehicle's terminals said with its newest report besides the place. */
    Uni<List<TerminalDetailsView>> listDetails(UUID vehicleId);
}
