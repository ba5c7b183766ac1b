package org.rescueline.demo;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;

/** The cities between which the demo's trucks drive, read from {@code config/demo/cities.csv}. */
public final class Cities {

    private static final String RESOURCE = "/demo/cities.csv";
    private static final double KILOMETERS_PER_DEGREE = 111.2;

    private final List<City> cities;

    private Cities(List<City> cities) {
        this.cities = List.copyOf(cities);
    }

    /** Reads the packaged list; its absence or a bad line is a fault of the build and stops the demo. */
    public static Cities read() {
        var stream = Cities.class.getResourceAsStream(RESOURCE);
        if (stream == null) {
            throw new IllegalStateException(RESOURCE + " is not packaged");
        }
        try (var reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return new Cities(reader.lines().skip(1).map(Cities::parse).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(RESOURCE + " cannot be read", e);
        }
    }

    public List<City> all() {
        return cities;
    }

    /** The {@code count} cities nearest to one, itself left out, nearest first. */
    public List<City> neighboursOf(City city, int count) {
        return cities.stream()
                .filter(other -> !other.equals(city))
                .sorted(Comparator.comparingDouble(other -> roughKilometers(city, other)))
                .limit(count)
                .toList();
    }

    /** Good enough to tell a neighbour from a far city; the service itself measures geodesically. */
    public static double roughKilometers(City from, City to) {
        double north = to.latitude() - from.latitude();
        double east = (to.longitude() - from.longitude()) * Math.cos(Math.toRadians(from.latitude()));
        return Math.hypot(north, east) * KILOMETERS_PER_DEGREE;
    }

    private static City parse(String line) {
        var fields = line.split(",", -1);
        return new City(fields[0], fields[1], fields[2], Double.parseDouble(fields[3]), Double.parseDouble(fields[4]));
    }
}
