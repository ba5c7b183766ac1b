package org.rescueline.event;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rescueline.geo.RoadPlace;
import org.rescueline.security.NumberLens;
import org.rescueline.shared.Provenance;
import org.rescueline.vehicle.PositionView;

/**
 * A case as it may be shown.
 *
 * @param number {@code EV-yymmdd-nnnn}, by day in Asia/Shanghai
 * @param kind absent until somebody has found out what the caller wants
 * @param priority absent while the kind is
 * @param priorityRule the row of the priority table that decided
 * @param fix the truck's position as last taken into the case (at opening and with each edit)
 * @param fixPost the kilometre post at which the fix lies, when it lies on a road of the road file
 * @param toldPost the told post with its place, when the road file has it
 * @param placeGap how far told place and fix lie apart; absent unless both are known
 * @param place where help must go, by {@code placeChoice} or else fix before word
 * @param rescueJobId the rescue that was asked for
 * @param repeatWithin24h other cases of the same truck begun within 24 h of this one, newest first
 * @param mergedInto the case that took this one's call over; such a draft is closed without a reason in words
 * @param version of the editable fields; attaching a call or a rescue does not count, so that nobody's typing is refused
 *     for it
 */
public record EventView(
        UUID id,
        String number,
        EventState state,
        EventSource source,
        @Nullable EventKind kind,
        @Nullable Priority priority,
        @Nullable PriorityRule priorityRule,
        Caller caller,
        @Nullable EventVehicle vehicle,
        @Nullable ToldPlace toldPlace,
        @Nullable PositionView fix,
        @Nullable RoadPlace fixPost,
        @Nullable RoadPlace toldPost,
        @Nullable PlaceGap placeGap,
        @Nullable PlaceChoice placeChoice,
        @Nullable EventPlace place,
        Map<QuestionCode, String> answers,
        String story,
        Instant createdAt,
        @Nullable Instant openedAt,
        @Nullable String openedBy,
        @Nullable String ownerId,
        @Nullable String ownerName,
        @Nullable Instant closedAt,
        @Nullable String closeReason,
        List<EventCall> calls,
        @Nullable UUID rescueJobId,
        List<RepeatEvent> repeatWithin24h,
        @Nullable UUID mergedInto,
        long version) {

    /** Defensive copies. */
    public EventView {
        answers = Map.copyOf(answers);
        calls = List.copyOf(calls);
        repeatWithin24h = List.copyOf(repeatWithin24h);
    }

    /** Who speaks for the truck. The number is E.164, absent when it was withheld. */
    public record Caller(
            @Nullable String number,
            @Nullable String name,
            @Nullable CallerRole role) {}

    /** The truck, as it was registered when it was put into the case. */
    public record EventVehicle(
            UUID id,
            @Nullable String plate,
            @Nullable String vin,
            @Nullable String model,
            @Nullable String engineMake) {}

    /**
     * A call that belongs to the case.
     *
     * @param at when an operator answered, or the customer did
     * @param direction INBOUND or OUTBOUND
     * @param operatorId the operator who spoke last
     */
    public record EventCall(
            UUID callId,
            Instant at,
            String direction,
            @Nullable String operatorId) {}

    /** Another case of the same truck, close in time. */
    public record RepeatEvent(
            UUID eventId, String number, @Nullable EventKind kind, EventState state, Instant openedAt) {}

    /**
     * Whether this user works the case, as its owner or on one of its calls, and therefore reads its numbers in clear.
     *
     * @param userId the id that {@code ownerId} would hold
     */
    public boolean isWorkedBy(String userId) {
        return userId.equals(ownerId) || calls.stream().anyMatch(call -> userId.equals(call.operatorId()));
    }

    /** The same with the caller's number as a viewer may read it. */
    public EventView seenThrough(NumberLens lens) {
        return new EventView(
                id,
                number,
                state,
                source,
                kind,
                priority,
                priorityRule,
                new Caller(lens.showIfAny(caller.number()), caller.name(), caller.role()),
                vehicle,
                toldPlace,
                fix,
                fixPost,
                toldPost,
                placeGap,
                placeChoice,
                place,
                answers,
                story,
                createdAt,
                openedAt,
                openedBy,
                ownerId,
                ownerName,
                closedAt,
                closeReason,
                calls,
                rescueJobId,
                repeatWithin24h,
                mergedInto,
                version);
    }

    /** Where help must go, when anything is known about it. */
    public Optional<EventPlace> findPlace() {
        return Optional.ofNullable(place);
    }

    /**
     * The place by the operator's choice; without one the truck's own fix goes before the caller's word.
     *
     * @param choice what the operator settled on
     * @param toldPost where the told post stands: the place of a told place without a shared point
     */
    public static @Nullable EventPlace placeOf(
            @Nullable PlaceChoice choice,
            @Nullable PositionView fix,
            @Nullable ToldPlace told,
            @Nullable RoadPlace toldPost) {
        if (told != null && (fix == null || choice == PlaceChoice.TOLD)) {
            return told.hasPoint() || toldPost == null
                    ? new EventPlace(told.latitude(), told.longitude(), told.text(), Provenance.TOLD)
                    : new EventPlace(toldPost.latitude(), toldPost.longitude(), told.text(), Provenance.TOLD);
        }
        var words = told == null ? null : told.text();
        return fix == null ? null : new EventPlace(fix.latitude(), fix.longitude(), words, Provenance.MEASURED);
    }
}
