package org.rescueline.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The rooms of the house and whom each may know. Imports point down; rooms on one floor do not know each other. The
 * list is an allow-list: a room that is not here does not exist.
 *
 * @param root the package the rooms are in
 */
record Rooms(String root) {

    /** The floors from the ground up. */
    private static final List<Set<String>> FLOORS = List.of(
            Set.of("geo", "security"),
            Set.of("telephony", "station", "vehicle"),
            Set.of("event"),
            Set.of("rescue", "callback", "spotcheck"),
            Set.of("incident", "knowledge", "complaint"),
            Set.of("console", "report", "demo"));

    /** The ground that everything stands on. */
    private static final String GROUND = "shared";

    private static final Map<String, Set<String>> MAY_KNOW = mayKnow();

    /** The rooms of our own house. */
    static Rooms ofTheHouse() {
        return new Rooms("org.rescueline");
    }

    /** The room a class is in; absent for classes of other houses and for the program's entrance above the rooms. */
    Optional<String> roomOf(JavaClass type) {
        var name = type.getPackageName();
        if (!name.startsWith(root + ".")) {
            return Optional.empty();
        }
        var below = name.substring(root.length() + 1);
        var dot = below.indexOf('.');
        return Optional.of(dot < 0 ? below : below.substring(0, dot));
    }

    /** What follows the room in a class's package, as path segments. */
    List<String> insideOf(JavaClass type) {
        var segments = type.getPackageName().substring(root.length() + 1).split("\\.");
        return List.of(segments).subList(1, segments.length);
    }

    static boolean exists(String room) {
        return MAY_KNOW.containsKey(room);
    }

    static boolean mayKnow(String room, String other) {
        return room.equals(other) || MAY_KNOW.getOrDefault(room, Set.of()).contains(other);
    }

    private static Map<String, Set<String>> mayKnow() {
        var all = new TreeMap<String, Set<String>>();
        all.put(GROUND, Set.of());
        var below = new TreeSet<>(Set.of(GROUND));
        for (var floor : FLOORS) {
            floor.forEach(room -> all.put(room, Set.copyOf(below)));
            below.addAll(floor);
        }
        return Map.copyOf(all);
    }
}
