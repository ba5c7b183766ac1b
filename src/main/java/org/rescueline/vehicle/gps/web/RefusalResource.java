package org.rescueline.vehicle.gps.web;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.rescueline.security.Roles;
import org.rescueline.shared.Failure;
import org.rescueline.vehicle.gps.gateway.UnknownSenders;
import org.rescueline.vehicle.gps.intake.KnownTerminal;
import org.rescueline.vehicle.gps.intake.RefusalCounts;
import org.rescueline.vehicle.gps.intake.TerminalDirectory;
import org.rescueline.vehicle.gps.intake.TrackedTerminal;
import org.rescueline.vehicle.gps.web.RefusalsView.OfAddress;
import org.rescueline.vehicle.gps.web.RefusalsView.OfTerminal;

/** What was refused, by whom it came from: where to send the technician. */
@Path("/api/v1/positions/refusals")
@Tag(name = "Position feeds")
public class RefusalResource {
    private static final int USUAL_LIMIT = 100;
    private static final int LARGEST_LIMIT = 1_000;

    private final TerminalDirectory directory;
    private final UnknownSenders strangers;

    RefusalResource(TerminalDirectory directory, UnknownSenders strangers) {
        this.directory = directory;
        this.strangers = strangers;
    }

    /**
     * Counts by reason and sender since this node started, the worst senders first.
     *
     * @param limit how many terminals and how many addresses at most, 1 to 1,000; 100 when absent
     */
    @GET
    @RolesAllowed({Roles.DISPATCHER, Roles.SUPERVISOR, Roles.ADMIN})
    public RefusalsView list(@QueryParam("limit") @Nullable Integer limit) {
        int wanted = limit == null ? USUAL_LIMIT : limit;
        if (wanted < 1 || wanted > LARGEST_LIMIT) {
            throw Failure.invalid("limit", "vehicle.limit-out-of-range", Map.of("max", LARGEST_LIMIT));
        }
        Map<String, Long> total = new TreeMap<>();
        List<OfTerminal> terminals = directory.stream()
                .flatMap(terminal -> ofTerminal(terminal).stream())
                .toList();
        List<OfAddress> addresses = strangers.byAddress().entrySet().stream()
                .map(entry -> ofAddress(entry.getKey(), entry.getValue()))
                .toList();
        terminals.forEach(one -> one.reasons().forEach((reason, count) -> total.merge(reason, count, Long::sum)));
        addresses.forEach(one -> one.reasons().forEach((reason, count) -> total.merge(reason, count, Long::sum)));
        return new RefusalsView(
                total,
                worst(terminals, Comparator.comparingLong(OfTerminal::total), wanted),
                worst(addresses, Comparator.comparingLong(OfAddress::total), wanted));
    }

    private static <T> List<T> worst(List<T> all, Comparator<T> byTotal, int limit) {
        return all.stream().sorted(byTotal.reversed()).limit(limit).toList();
    }

    private static Optional<OfTerminal> ofTerminal(TrackedTerminal terminal) {
        RefusalCounts counts = terminal.refusals();
        if (counts == null) {
            return Optional.empty();
        }
        RefusalCounts.Latest latest = counts.latest();
        KnownTerminal known = terminal.known();
        return Optional.of(new OfTerminal(
                known.phone(),
                known.vehicleId(),
                known.plate(),
                counts.total(),
                counts.byReason(),
                latest == null ? null : latest.reason(),
                latest == null ? null : latest.at()));
    }

    private static OfAddress ofAddress(String address, RefusalCounts counts) {
        RefusalCounts.Latest latest = counts.latest();
        return new OfAddress(
                address,
                counts.total(),
                counts.byReason(),
                latest == null ? null : latest.reason(),
                latest == null ? null : latest.at());
    }
}
