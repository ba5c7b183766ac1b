package org.rescueline.shared;

import io.smallrye.config.ConfigValidationException;
import io.smallrye.config.ConfigValidator;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.config.SmallRyeConfigBuilderCustomizer;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Refuses a configuration that goes beyond a {@link Limit}, and so the start of the service, and names
 * every key at fault. Requests are checked by Bean Validation; here it would come up long before anything else and take a
 * good part of every start for what is a comparison of numbers.
 *
 * <p>SmallRye finds it by {@code META-INF/services}.
 */
public final class ConfigLimits implements ConfigValidator, SmallRyeConfigBuilderCustomizer {

    private static final String OURS = "org.rescueline.";

    @Override
    public void configBuilder(SmallRyeConfigBuilder builder) {
        builder.withValidator(this);
    }

    @Override
    public void validateMapping(Class<?> mapping, String prefix, Object configuration) {
        if (!mapping.getName().startsWith(OURS)) {
            return;
        }
        var problems = new ArrayList<ConfigValidationException.Problem>();
        checkGroup(mapping, prefix, configuration, problems);
        if (!problems.isEmpty()) {
            throw new ConfigValidationException(problems.toArray(ConfigValidationException.Problem[]::new));
        }
    }

    private static void checkGroup(
            Class<?> group, String prefix, Object configuration, List<ConfigValidationException.Problem> problems) {
        Arrays.stream(group.getMethods())
                .filter(method -> Modifier.isAbstract(method.getModifiers()))
                .sorted(Comparator.comparing(Method::getName))
                .forEach(method ->
                        check(method, prefix + "." + keyOf(method), valueOf(method, configuration), problems));
    }

    private static void check(
            Method method, String key, Object value, List<ConfigValidationException.Problem> problems) {
        if (value instanceof Optional<?> optional) {
            optional.ifPresent(present -> check(method, key, present, problems));
        } else if (value instanceof Collection<?> values) {
            var index = 0;
            for (var each : values) {
                check(method, key + "[" + index + "]", each, problems);
                index++;
            }
        } else if (value instanceof Map<?, ?> values) {
            values.forEach((name, each) -> check(method, key + "." + name, each, problems));
        } else if (value instanceof String text) {
            checkNumber(method, key, text.strip().length(), problems);
        } else if (value instanceof Number number) {
            checkNumber(method, key, number, problems);
        } else {
            groupOf(value).ifPresent(group -> checkGroup(group, key, value, problems));
        }
    }

    private static void checkNumber(
            Method method, String key, Number number, List<ConfigValidationException.Problem> problems) {
        var limit = method.getAnnotation(Limit.class);
        if (limit == null) {
            return;
        }
        var value = number.doubleValue();
        if (!(value >= limit.min())) {
            problems.add(new ConfigValidationException.Problem(
                    key + " must be at least " + plain(limit.min()) + " but is " + number));
        } else if (value > limit.max()) {
            problems.add(new ConfigValidationException.Problem(
                    key + " must be at most " + plain(limit.max()) + " but is " + number));
        }
    }

    /** The interface of ours that a nested group implements. */
    private static Optional<Class<?>> groupOf(Object value) {
        if (value instanceof Enum<?>) {
            return Optional.empty();
        }
        return Arrays.<Class<?>>stream(value.getClass().getInterfaces())
                .filter(each -> each.getName().startsWith(OURS))
                .findFirst();
    }

    private static Object valueOf(Method method, Object configuration) {
        try {
            return method.invoke(configuration);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("cannot read " + method, e);
        }
    }

    /** {@code maxParts} is written {@code max-parts}. */
    private static String keyOf(Method method) {
        return method.getName().replaceAll("([a-z0-9])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
    }

    private static String plain(double number) {
        return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
    }
}
