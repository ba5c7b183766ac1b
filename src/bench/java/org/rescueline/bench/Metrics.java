package org.rescueline.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** What one benchmark saw, in the order in which it was noted. */
final class Metrics {

    private static final Path DIRECTORY = Path.of("target", "bench");
    private static final double HUNDREDTHS = 100.0;

    private final Map<String, Object> values = new LinkedHashMap<>();

    /** Notes a whole number. */
    void put(String name, long value) {
        note(name, value);
    }

    /** Notes a number, to two digits after the point. */
    void put(String name, double value) {
        note(name, Math.round(value * HUNDREDTHS) / HUNDREDTHS);
    }

    /** Notes a remark that a figure cannot be read without. */
    void put(String name, String value) {
        note(name, value);
    }

    /** A number noted before. */
    double number(String name) {
        return ((Number) values.get(name)).doubleValue();
    }

    /** Writes {@code target/bench/NAME.json}. */
    void write(String name) throws IOException {
        var file = new LinkedHashMap<String, Object>();
        file.put("name", name);
        file.put("machine", Machine.describe());
        file.put("metrics", values);
        Files.createDirectories(DIRECTORY);
        var target = DIRECTORY.resolve(name + ".json");
        new ObjectMapper().writerWithDefaultPrettyPrinter().writeValue(target.toFile(), file);
        System.out.println(Files.readString(target));
    }

    private void note(String name, Object value) {
        values.put(name, value);
        System.out.println("  " + name + " = " + value);
    }
}
