package org.rescueline.vehicle.internal;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.stream.Collectors;
import org.rescueline.shared.Actor;
import org.rescueline.shared.Failure;
import org.rescueline.vehicle.NewTerminalParameter;
import org.rescueline.vehicle.TerminalAnswerView;
import org.rescueline.vehicle.TerminalDetailsView;
import org.rescueline.vehicle.TerminalOrderKind;
import org.rescueline.vehicle.TerminalOrderView;
import org.rescueline.vehicle.TerminalParameterView;
import org.rescueline.vehicle.TerminalService;
import org.rescueline.vehicle.VehicleService;
import org.rescueline.vehicle.gps.intake.TerminalDirectory;
import org.rescueline.vehicle.gps.jt808.AttributeQuery;
import org.rescueline.vehicle.gps.jt808.ParameterAnswer;
import org.rescueline.vehicle.gps.jt808.ParameterOrder;
import org.rescueline.vehicle.gps.jt808.ParameterQuery;
import org.rescueline.vehicle.gps.jt808.ParameterSelection;
import org.rescueline.vehicle.gps.jt808.PlatformMessage;
import org.rescueline.vehicle.gps.jt808.TerminalAttributes;
import org.rescueline.vehicle.gps.jt808.TerminalControl;
import org.rescueline.vehicle.gps.jt808.TerminalParameter;
import org.rescueline.vehicle.gps.jt808.TextMessage;
import org.rescueline.vehicle.gps.jt808.TrackingOrder;

/** The front door to terminals: checks an order, and hands it to the flow. */
@Singleton
class Terminals implements TerminalService {
    private static final int LONGEST_TEXT_BYTES = 1000;
    private static final int LONGEST_PARAMETERS_BYTES = 1000;
    private static final int BYTES_BESIDE_VALUE = 5;
    private static final Duration LONGEST_INTERVAL = Duration.ofHours(1);

    private final TerminalOrderFlow flow;
    private final TerminalOrderLog log;
    private final VehicleService vehicles;
    private final TerminalDirectory directory;

    Terminals(TerminalOrderFlow flow, TerminalOrderLog log, VehicleService vehicles, TerminalDirectory directory) {
        this.flow = flow;
        this.log = log;
        this.vehicles = vehicles;
        this.directory = directory;
    }

    @Override
    public Uni<TerminalOrderView> noteText(UUID vehicleId, String text, Actor actor) {
        String stripped = text.strip();
        if (stripped.isEmpty()) {
            throw Failure.invalid("text", "vehicle.text-blank");
        }
        if (!TextMessage.isSendable(stripped)) {
            throw Failure.invalid("text", "vehicle.text-not-sendable");
        }
        if (TextMessage.bytes(stripped) > LONGEST_TEXT_BYTES) {
            throw Failure.invalid("text", "vehicle.text-too-long", Map.of("max", LONGEST_TEXT_BYTES / 2));
        }
        return flow.note(vehicleId, TerminalOrderKind.TEXT, stripped, actor);
    }

    @Override
    public Uni<TerminalOrderView> sendText(TerminalOrderView noted, boolean isUrgent) {
        return flow.sendOnce(noted, TextMessage.toDriver(noted.detail(), isUrgent));
    }

    @Override
    public Uni<TerminalOrderView> startTracking(UUID vehicleId, Duration interval, Duration duration, Actor actor) {
        if (interval.toSeconds() < 1 || interval.compareTo(LONGEST_INTERVAL) > 0) {
            throw Failure.invalid(
                    "intervalSeconds", "vehicle.tracking-out-of-range", Map.of("max", LONGEST_INTERVAL.toSeconds()));
        }
        if (duration.toSeconds() < 1 || duration.compareTo(LONGEST_TRACKING) > 0) {
            throw Failure.invalid(
                    "durationSeconds", "vehicle.tracking-out-of-range", Map.of("max", LONGEST_TRACKING.toSeconds()));
        }
        TrackingOrder order = new TrackingOrder((int) interval.toSeconds(), duration.toSeconds());
        String detail = order.intervalSeconds() + " s / " + order.durationSeconds() + " s";
        return order(vehicleId, TerminalOrderKind.TRACKING, detail, order, actor);
    }

    @Override
    public Uni<TerminalOrderView> endTracking(UUID vehicleId, Actor actor) {
        return order(vehicleId, TerminalOrderKind.TRACKING_END, "", TrackingOrder.STOP, actor);
    }

    @Override
    public Uni<TerminalAnswerView> askParameters(UUID vehicleId, List<Long> ids, Actor actor) {
        if (ids.size() > ParameterSelection.MOST_IDS) {
            throw Failure.invalid("ids", "vehicle.too-many", Map.of("max", ParameterSelection.MOST_IDS));
        }
        PlatformMessage question = ids.isEmpty() ? new ParameterQuery() : new ParameterSelection(ids);
        String detail = ids.stream().map(Terminals::idInHex).collect(Collectors.joining(" "));
        return flow.give(vehicleId, TerminalOrderKind.PARAMETER_QUERY, detail, question, actor)
                .map(Terminals::answer);
    }

    @Override
    public Uni<TerminalOrderView> setParameters(UUID vehicleId, List<NewTerminalParameter> parameters, Actor actor) {
        int bytes = parameters.stream()
                .mapToInt(parameter -> parameter.value().length + BYTES_BESIDE_VALUE)
                .sum();
        if (parameters.isEmpty() || bytes > LONGEST_PARAMETERS_BYTES) {
            throw Failure.invalid("parameters", "vehicle.parameters-too-long", Map.of("max", LONGEST_PARAMETERS_BYTES));
        }
        List<TerminalParameter> settings = parameters.stream()
                .map(parameter -> new TerminalParameter(parameter.id(), parameter.value()))
                .toList();
        String detail = settings.stream().map(TerminalParameter::toString).collect(Collectors.joining(" "));
        return order(vehicleId, TerminalOrderKind.PARAMETERS, detail, new ParameterOrder(settings), actor);
    }

    @Override
    public Uni<TerminalAnswerView> askAttributes(UUID vehicleId, Actor actor) {
        return flow.give(vehicleId, TerminalOrderKind.ATTRIBUTE_QUERY, "", new AttributeQuery(), actor)
                .map(Terminals::answer);
    }

    @Override
    public Uni<TerminalOrderView> restart(UUID vehicleId, Actor actor) {
        TerminalControl restart = TerminalControl.of(TerminalControl.Command.RESTART);
        return order(vehicleId, TerminalOrderKind.RESTART, "", restart, actor);
    }

    @Override
    public Uni<List<TerminalOrderView>> listOrders(UUID vehicleId, int limit) {
        return vehicles.getVehicle(vehicleId).chain(vehicle -> log.list(vehicleId, limit));
    }

    @Override
    public Uni<List<TerminalDetailsView>> listDetails(UUID vehicleId) {
        return vehicles.getVehicle(vehicleId).map(vehicle -> vehicle.terminals().stream()
                .flatMap(terminal ->
                        directory
                                .find(terminal.terminalPhone())
                                .map(tracked -> TerminalDetails.of(terminal, tracked))
                                .stream())
                .toList());
    }

    private Uni<TerminalOrderView> order(
            UUID vehicleId, TerminalOrderKind kind, String detail, PlatformMessage order, Actor actor) {
        return flow.give(vehicleId, kind, detail, order, actor).map(TerminalOrderFlow.Done::order);
    }

    private static TerminalAnswerView answer(TerminalOrderFlow.Done done) {
        List<TerminalParameterView> parameters = done.answer() instanceof ParameterAnswer told
                ? told.parameters().stream().map(Terminals::view).toList()
                : List.of();
        return new TerminalAnswerView(
                done.order(),
                parameters,
                done.answer() instanceof TerminalAttributes attributes ? view(attributes) : null);
    }

    private static TerminalParameterView view(TerminalParameter parameter) {
        if (parameter.isSecret()) {
            return new TerminalParameterView(idInHex(parameter.id()), true, null, null, null);
        }
        OptionalLong number = parameter.asNumber();
        String text = parameter.asText();
        boolean isText = !text.isEmpty() && text.chars().noneMatch(Character::isISOControl);
        return new TerminalParameterView(
                idInHex(parameter.id()),
                false,
                HexFormat.of().formatHex(parameter.value()),
                number.isPresent() ? number.getAsLong() : null,
                isText ? text : null);
    }

    private static TerminalAnswerView.Attributes view(TerminalAttributes attributes) {
        return new TerminalAnswerView.Attributes(
                attributes.manufacturer(),
                attributes.model(),
                attributes.deviceId(),
                attributes.iccid(),
                attributes.hardwareVersion(),
                attributes.firmwareVersion());
    }

    private static String idInHex(long id) {
        return "0x%04x".formatted(id);
    }
}
