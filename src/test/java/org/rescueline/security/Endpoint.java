package org.rescueline.security;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** One endpoint: a method and a path with its parameters in braces. */
record Endpoint(String method, String path) implements Comparable<Endpoint> {

    private static final Pattern PARAMETER_WITH_PATTERN = Pattern.compile("\\{\\s*([A-Za-z]+)\\s*:[^}]*}");
    private static final Comparator<Endpoint> ORDER =
            Comparator.comparing(Endpoint::path).thenComparing(Endpoint::method);

    /** The endpoints a resource class declares. */
    static Stream<Endpoint> of(Class<?> resource) {
        var root = resource.getAnnotation(Path.class).value();
        return Arrays.stream(resource.getMethods())
                .flatMap(method ->
                        httpMethod(method).map(verb -> new Endpoint(verb, join(root, subPath(method)))).stream());
    }

    @Override
    public int compareTo(Endpoint other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return method + " " + path;
    }

    private static Optional<String> httpMethod(Method method) {
        return Arrays.stream(method.getAnnotations())
                .map(Annotation::annotationType)
                .map(type -> type.getAnnotation(HttpMethod.class))
                .filter(verb -> verb != null)
                .map(HttpMethod::value)
                .findFirst();
    }

    private static String subPath(Method method) {
        var path = method.getAnnotation(Path.class);
        return path == null ? "" : path.value();
    }

    private static String join(String root, String sub) {
        var joined = ("/" + root + "/" + sub).replaceAll("/+", "/").replaceAll("(.)/$", "$1");
        return PARAMETER_WITH_PATTERN.matcher(joined).replaceAll("{$1}");
    }
}
