package org.rescueline.event.internal;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rescueline.event.Edit;
import org.rescueline.event.EventConfig;
import org.rescueline.event.EventEdit;
import org.rescueline.event.EventState;
import org.rescueline.event.PlaceGap;
import org.rescueline.event.QuestionCode;
import org.rescueline.event.TimelineKinds;
import org.rescueline.event.ToldPlace;
import org.rescueline.geo.RoadReference;
import org.rescueline.shared.Actor;
import org.rescueline.shared.Failure;
import org.rescueline.vehicle.VehicleService;

/**
 * Carries an edit into a locked row, in this order: the plain fields, the truck with its fix, the answers, then what
 * follows from them: the priority, the disagreement of places, the repeat. Each change leaves its timeline line.
 */
@ApplicationScoped
class EditsEvent {

    private final VehicleService vehicles;
    private final PriorityTables tables;
    private final Timelines timelines;
    private final AssemblesView views;
    private final EventStore store;
    private final EventConfig config;
    private final ComparesPlaces places;
    private final RoadReference roads;

    EditsEvent(
            VehicleService vehicles,
            PriorityTables tables,
            Timelines timelines,
            AssemblesView views,
            EventStore store,
            EventConfig config,
            ComparesPlaces places,
            RoadReference roads) {
        this.vehicles = vehicles;
        this.tables = tables;
        this.timelines = timelines;
        this.views = views;
        this.store = store;
        this.config = config;
        this.places = places;
        this.roads = roads;
    }

    /** Applies the edit; the version counts up when anything changed. */
    Uni<Void> apply(EventEntity event, EventEdit edit, Actor actor) {
        Map<String, Object> changed = new LinkedHashMap<>();
        var formerVehicle = event.vehicleId;
        plainFields(event, edit, changed);
        boolean placeChanged = toldPlace(event, edit, changed);
        boolean storyChanged = story(event, edit);
        return vehicle(event, edit, changed)
                .chain(() -> refreshFix(event))
                .invoke(() -> event.version += changed.isEmpty() && !storyChanged ? 0 : 1)
                .chain(() -> noteEdit(event, changed, actor))
                .chain(() -> storyChanged ? noteStory(event, actor) : nothing())
                .chain(() -> decidePriority(event, actor))
                .chain(() -> placeChanged ? notePlaceGap(event, actor) : nothing())
                .chain(() -> Objects.equals(formerVehicle, event.vehicleId) ? nothing() : flagRepeats(event, actor));
    }

    /** Takes the truck's newest position into the case. */
    Uni<Void> refreshFix(EventEntity event) {
        return event.vehicleId == null
                ? nothing()
                : vehicles.findPosition(event.vehicleId)
                        .invoke(position -> position.ifPresent(fix -> event.fix = fix))
                        .replaceWithVoid();
    }

    /** Lets the priority table decide, once the kind is known. */
    Uni<Void> decidePriority(EventEntity event, Actor actor) {
        if (event.kind == null) {
            event.removePriority();
            return nothing();
        }
        return tables.inForce().chain(table -> {
            var former = event.priority;
            var decision = table.decide(event.kind, event.answers);
            event.put(decision);
            return former == decision.priority()
                    ? nothing()
                    : timelines.append(
                            event.id,
                            actor,
                            TimelineKinds.PRIORITY_DECIDED,
                            Map.of(
                                    "priority", decision.priority().name(),
                                    "version", decision.rule().version(),
                                    "row", decision.rule().row()));
        });
    }

    /** Flags the same truck's other cases of the last hours. */
    Uni<Void> flagRepeats(EventEntity event, Actor actor) {
        if (event.vehicleId == null) {
            return nothing();
        }
        return views.of(event)
                .chain(view -> view.repeatWithin24h().isEmpty()
                        ? nothing()
                        : timelines.append(
                                event.id,
                                actor,
                                TimelineKinds.REPEAT_FLAGGED,
                                Map.of(
                                        "eventNumber",
                                        view.repeatWithin24h().get(0).number())));
    }

    private static void plainFields(EventEntity event, EventEdit edit, Map<String, Object> changed) {
        event.kind = after("kind", edit.kind(), event.kind, changed);
        event.callerName = after("callerName", edit.callerName(), event.callerName, changed);
        event.callerRole = after("callerRole", edit.callerRole(), event.callerRole, changed);
        event.placeChoice = after("placeChoice", edit.placeChoice(), event.placeChoice, changed);
        event.answers = answersAfter(event.answers, edit.answers(), changed);
    }

    private static Map<QuestionCode, String> answersAfter(
            Map<QuestionCode, String> current, Map<QuestionCode, String> edits, Map<String, Object> changed) {
        var answers = new EnumMap<QuestionCode, String>(QuestionCode.class);
        answers.putAll(current);
        edits.forEach((code, value) -> {
            var former = value.isEmpty() ? answers.remove(code) : answers.put(code, value);
            if (!value.equals(former == null ? "" : former)) {
                changed.put(code.name(), value);
            }
        });
        return answers;
    }

    private boolean toldPlace(EventEntity event, EventEdit edit, Map<String, Object> changed) {
        var former = event.toldPlace();
        var told = edit.toldPlace().over(former);
        var read = told == null ? null : withWhatTheWordsSay(told);
        if (Objects.equals(former, read)) {
            return false;
        }
        event.put(read);
        changed.put("toldPlace", read == null ? "" : read.text());
        return true;
    }

    /** Road, direction and post from the words, where they were not given beside them. */
    private ToldPlace withWhatTheWordsSay(ToldPlace told) {
        var reading = ReadsToldPlace.read(told.text());
        var road = roadOf(told.text(), reading.highway());
        return new ToldPlace(
                told.text(),
                told.highway() == null ? road : told.highway(),
                told.direction() == null ? reading.direction() : told.direction(),
                told.postMeters() == null ? reading.postMeters() : told.postMeters(),
                told.latitude(),
                told.longitude(),
                told.readBack());
    }

    /** A name that the file does not have gives way to one that it has and the words mention; a number never does. */
    private @Nullable String roadOf(String words, @Nullable String read) {
        boolean isSure = read != null && (roads.knows(read) || ReadsToldPlace.isNumber(read));
        return isSure ? read : roads.findMentionedIn(words).orElse(read);
    }

    private static boolean story(EventEntity event, EventEdit edit) {
        var story = Objects.requireNonNullElse(edit.story().over(event.story), "");
        boolean changed = !story.equals(event.story);
        event.story = story;
        return changed;
    }

    private Uni<Void> vehicle(EventEntity event, EventEdit edit, Map<String, Object> changed) {
        var wanted = edit.vehicleId().over(event.vehicleId);
        if (Objects.equals(wanted, event.vehicleId)) {
            return nothing();
        }
        event.removeVehicle();
        changed.put("vehicleId", wanted == null ? "" : wanted.toString());
        return wanted == null ? nothing() : putVehicle(event, wanted, changed);
    }

    private Uni<Void> putVehicle(EventEntity event, UUID vehicleId, Map<String, Object> changed) {
        return vehicles.getVehicle(vehicleId)
                .onFailure(Failure.class)
                .transform(unknown -> Failure.invalid("vehicleId", "event.vehicle-unknown"))
                .invoke(vehicle -> {
                    event.put(vehicle);
                    if (vehicle.plate() != null) {
                        changed.put("plate", vehicle.plate());
                    }
                })
                .replaceWithVoid();
    }

    private Uni<Void> noteEdit(EventEntity event, Map<String, Object> changed, Actor actor) {
        return changed.isEmpty()
                ? nothing()
                : timelines.append(
                        event.id, actor, TimelineKinds.EVENT_EDITED, Map.of("fields", new HashMap<>(changed)));
    }

    /** A story is typed letter by letter and saved every second; the timeline gets it now and then, and at the close. */
    private Uni<Void> noteStory(EventEntity event, Actor actor) {
        if (event.state == EventState.DRAFT) {
            return nothing();
        }
        return timelines.findLast(event.id, TimelineKinds.STORY_WRITTEN).chain(last -> {
            boolean isDue = last.map(at -> at.plus(config.storyTimelineEvery()).isBefore(store.now()))
                    .orElse(true);
            return isDue
                    ? timelines.append(event.id, actor, TimelineKinds.STORY_WRITTEN, Map.of("story", event.story))
                    : nothing();
        });
    }

    private Uni<Void> notePlaceGap(EventEntity event, Actor actor) {
        var gap = places.compare(event.toldPlace(), event.fix);
        return gap == null || !gap.disagrees()
                ? nothing()
                : timelines.append(event.id, actor, TimelineKinds.PLACE_DISAGREES, argumentsOf(gap));
    }

    private static Map<String, Object> argumentsOf(PlaceGap gap) {
        var arguments = new HashMap<String, Object>();
        if (gap.straightLineMeters() != null) {
            arguments.put("straightLineMeters", Math.round(gap.straightLineMeters()));
        }
        if (gap.alongRoadMeters() != null) {
            arguments.put("alongRoadMeters", gap.alongRoadMeters());
        }
        return arguments;
    }

    private static <T> @Nullable T after(String field, Edit<T> edit, @Nullable T current, Map<String, Object> changed) {
        var next = edit.over(current);
        if (!Objects.equals(next, current)) {
            changed.put(field, next == null ? "" : next.toString());
        }
        return next;
    }

    private static Uni<Void> nothing() {
        return Uni.createFrom().voidItem();
    }
}
