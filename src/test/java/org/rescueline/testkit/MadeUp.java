package org.rescueline.testkit;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Values of any record, made up component by component, for laws that hold for whatever is in it: with everything there,
 * with all that may be absent absent, and with nothing in any list.
 */
public final class MadeUp {

    /** How many kinds of a value there are. */
    public static final int VARIANTS = 3;

    private static final int WITHOUT_ABSENT = 1;
    private static final int EMPTY = 2;

    private MadeUp() {}

    /** A value of the type; the variant is from 0 to {@link #VARIANTS} - 1. */
    public static <T> T of(Class<T> type, int variant) {
        return type.cast(value(type, variant));
    }

    private static @Nullable Object component(RecordComponent component, int variant) {
        if (variant == WITHOUT_ABSENT && isNullable(component)) {
            return null;
        }
        return value(component.getGenericType(), variant);
    }

    private static boolean isNullable(RecordComponent component) {
        AnnotatedElement annotated = component.getAnnotatedType();
        return annotated.isAnnotationPresent(Nullable.class);
    }

    private static Object value(Type type, int variant) {
        if (type instanceof ParameterizedType generic) {
            return container(generic, variant);
        }
        var plain = (Class<?>) type;
        if (plain.isRecord()) {
            return record(plain, variant);
        }
        if (plain.isEnum()) {
            var constants = plain.getEnumConstants();
            return constants[variant % constants.length];
        }
        return simple(plain);
    }

    private static Object container(ParameterizedType generic, int variant) {
        var raw = (Class<?>) generic.getRawType();
        var arguments = generic.getActualTypeArguments();
        boolean empty = variant == EMPTY;
        if (raw == List.class) {
            return empty ? List.of() : List.of(value(arguments[0], variant));
        }
        if (raw == Set.class) {
            return empty ? Set.of() : Set.of(value(arguments[0], variant));
        }
        if (raw == Optional.class) {
            return empty ? Optional.empty() : Optional.of(value(arguments[0], variant));
        }
        if (raw == Map.class) {
            return empty ? Map.of() : Map.of(value(arguments[0], variant), value(arguments[1], variant));
        }
        throw new IllegalArgumentException("no made up " + generic);
    }

    private static Object record(Class<?> type, int variant) {
        var components = type.getRecordComponents();
        var types = Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        var values = Arrays.stream(components)
                .map(component -> component(component, variant))
                .toArray();
        try {
            var constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor.newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException("no made up " + type, e);
        }
    }

    private static Object simple(Class<?> type) {
        if (type == String.class || type == Object.class) {
            return "陕A\"1\n";
        }
        if (type == UUID.class) {
            return UUID.randomUUID();
        }
        if (type == Instant.class) {
            return Instant.parse("2026-01-14T02:14:07.123456Z");
        }
        if (type == LocalDate.class) {
            return LocalDate.parse("2026-01-14");
        }
        if (type == LocalTime.class) {
            return LocalTime.parse("02:14:07");
        }
        if (type == Duration.class) {
            return Duration.ofMillis(61_500);
        }
        if (type == boolean.class || type == Boolean.class) {
            return true;
        }
        if (type == int.class || type == Integer.class) {
            return 21;
        }
        if (type == long.class || type == Long.class) {
            return 22L;
        }
        if (type == double.class || type == Double.class) {
            return 34.25;
        }
        throw new IllegalArgumentException("no made up " + type);
    }
}
