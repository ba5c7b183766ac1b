package org.rescueline.demo.road;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.rescueline.demo.Cities;
import org.rescueline.demo.City;

/**
 * One truck's endless journey from city to neighbouring city. Time moves only when {@link #advance} is told so, which
 * makes the same seed drive the same roads.
 */
public final class Journey {

    private static final int NEIGHBOURS = 4;
    private static final double SLOWEST_KPH = 52;
    private static final double FASTEST_KPH = 84;
    private static final double KILOMETERS_PER_DEGREE = 111.2;

    /** Where the truck is. Degrees WGS-84; course in degrees clockwise from north, 0 to 359. */
    public record Moment(double latitude, double longitude, double speedKph, int courseDegrees, boolean isIgnitionOn) {}

    private final Cities cities;
    private final Random random;
    private City from;
    private City to;
    private double drivenKilometers;
    private double speedKph;
    private Duration standing = Duration.ZERO;

    public Journey(Cities cities, Random random) {
        this.cities = cities;
        this.random = random;
        this.from = cities.all().get(random.nextInt(cities.all().size()));
        this.to = chooseNext(from, from);
        this.drivenKilometers = random.nextDouble() * Cities.roughKilometers(from, to);
        this.speedKph = drawSpeed();
    }

    /** The truck stands still for that long: it broke down, and its driver is on the phone. */
    public void standStill(Duration duration) {
        standing = duration;
    }

    public boolean isStanding() {
        return !standing.isZero();
    }

    /** Lets time pass and tells where the truck has come to. */
    public Moment advance(Duration passed) {
        if (isStanding()) {
            standing = standing.compareTo(passed) > 0 ? standing.minus(passed) : Duration.ZERO;
            return moment(0, false);
        }
        drivenKilometers += speedKph * passed.toMillis() / Duration.ofHours(1).toMillis();
        double legKilometers = Cities.roughKilometers(from, to);
        if (drivenKilometers >= legKilometers) {
            turnInto(legKilometers);
        }
        return moment(speedKph, true);
    }

    private void turnInto(double legKilometers) {
        var next = chooseNext(to, from);
        drivenKilometers -= legKilometers;
        from = to;
        to = next;
        speedKph = drawSpeed();
    }

    private Moment moment(double kph, boolean isIgnitionOn) {
        double share = Math.min(1, drivenKilometers / Math.max(1, Cities.roughKilometers(from, to)));
        double latitude = from.latitude() + share * (to.latitude() - from.latitude());
        double longitude = from.longitude() + share * (to.longitude() - from.longitude());
        return new Moment(latitude, longitude + bend(share), kph, course(), isIgnitionOn);
    }

    /** A slight bow, so that two trucks between the same cities do not drive through each other. */
    private double bend(double share) {
        double bowKilometers = Cities.roughKilometers(from, to) / 40;
        return Math.sin(Math.PI * share) * bowKilometers / KILOMETERS_PER_DEGREE;
    }

    private int course() {
        double north = to.latitude() - from.latitude();
        double east = (to.longitude() - from.longitude()) * Math.cos(Math.toRadians(from.latitude()));
        return (int) Math.floorMod(Math.round(Math.toDegrees(Math.atan2(east, north))), 360L);
    }

    private City chooseNext(City here, City cameFrom) {
        List<City> choices = cities.neighboursOf(here, NEIGHBOURS).stream()
                .filter(city -> !city.equals(cameFrom))
                .toList();
        return choices.get(random.nextInt(choices.size()));
    }

    private double drawSpeed() {
        return SLOWEST_KPH + random.nextDouble() * (FASTEST_KPH - SLOWEST_KPH);
    }
}
