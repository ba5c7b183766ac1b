package org.rescueline.shared.internal;

import java.lang.reflect.Modifier;
import java.util.Locale;
import java.util.stream.Stream;
import org.rescueline.shared.FactKind;

/** The names of facts in the outbox: {@code <room>.<class-name>} unless {@link FactKind} says another. */
public final class FactKinds {

    private static final String ROOT = "org.rescueline.";

    private FactKinds() {}

    /** The name of a class of facts. */
    public static String of(Class<?> type) {
        var own = type.getAnnotation(FactKind.class);
        return own != null ? own.value() : room(type) + "." + dashed(type.getSimpleName());
    }

    /**
     * The classes a subscription to a type is about.
     *
     * @throws IllegalArgumentException when they cannot be known beforehand: an open interface or class; without
     *     knowing them a stored fact could not be read back
     */
    public static Stream<Class<?>> concrete(Class<?> type) {
        if (type.isSealed()) {
            return Stream.of(type.getPermittedSubclasses()).flatMap(FactKinds::concrete);
        }
        if (type.isInterface() || !Modifier.isFinal(type.getModifiers())) {
            throw new IllegalArgumentException(
                    "a fact for the outbox is a record, a final class or a sealed type of such: " + type.getName());
        }
        return Stream.of(type);
    }

    private static String room(Class<?> type) {
        var name = type.getPackageName();
        var below = name.startsWith(ROOT) ? name.substring(ROOT.length()) : name;
        var dot = below.indexOf('.');
        return dot < 0 ? below : below.substring(0, dot);
    }

    private static String dashed(String camelCase) {
        return camelCase.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }
}
