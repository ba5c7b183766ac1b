package org.rescueline.geo;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.BufferedReader;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jboss.logging.Logger;

/** Reads the configured road file once, at the start. */
public final class LoadsRoads {

    private static final Logger LOG = Logger.getLogger(LoadsRoads.class);
    private static final String PACKAGED = "classpath:";

    private LoadsRoads() {}

    /**
     * The roads of the file that the configuration names; none when it names none.
     *
     * @throws IllegalArgumentException naming every bad line
     */
    @Produces
    @Singleton
    @Startup
    public static RoadReference roads(GeoConfig config) {
        return config.roadFile().map(LoadsRoads::load).orElseGet(RoadReference::none);
    }

    private static RoadReference load(String location) {
        try (var reader = new BufferedReader(new InputStreamReader(open(location), StandardCharsets.UTF_8))) {
            var roads = RoadFile.read(reader.lines().toList());
            LOG.infof("Kilometre posts from %s: %s", location, roads.source());
            return roads;
        } catch (IOException e) {
            throw new UncheckedIOException("rescueline.geo.road-file cannot be read: " + location, e);
        }
    }

    private static InputStream open(String location) throws IOException {
        if (!location.startsWith(PACKAGED)) {
            return Files.newInputStream(Path.of(location));
        }
        var stream = LoadsRoads.class.getResourceAsStream(location.substring(PACKAGED.length()));
        if (stream == null) {
            throw new FileNotFoundException(location);
        }
        return stream;
    }
}
