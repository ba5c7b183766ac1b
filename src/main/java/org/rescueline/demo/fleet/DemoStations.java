package org.rescueline.demo.fleet;

import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.rescueline.demo.City;
import org.rescueline.geo.WgsPoint;
import org.rescueline.shared.PhoneNumber;
import org.rescueline.station.Capability;
import org.rescueline.station.NewDutyPhone;
import org.rescueline.station.NewStation;
import org.rescueline.station.OpeningHours;
import org.rescueline.station.StationStatus;

/** The invented stations: one in each of so many cities, supervised by an invented office per province. */
public final class DemoStations {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final LocalTime OPENS = LocalTime.of(8, 0);
    private static final LocalTime CLOSES = LocalTime.of(20, 0);
    private static final double SCATTER_DEGREES = 0.12;

    private final Random random;
    private final Map<String, String> officeCodes = new HashMap<>();

    private DemoStations(Random random) {
        this.random = random;
    }

    /** @param count at most as many as there are cities; fewer are spread evenly over the list */
    public static List<NewStation> make(List<City> cities, int count, long seed) {
        var maker = new DemoStations(new Random(seed));
        var stations = new ArrayList<NewStation>();
        for (int i = 0; i < count; i++) {
            var city = cities.get((int) ((long) i * cities.size() / count));
            stations.add(maker.station(i + 1, city));
        }
        return stations;
    }

    private NewStation station(int number, City city) {
        return new NewStation(
                "DEMO%03d".formatted(number),
                city.name() + "演示站",
                officeCode(city.province()),
                city.province() + "演示办事处",
                status(),
                1 + random.nextInt(5),
                "演示站长%03d".formatted(number),
                PhoneNumber.parse(DemoNumbers.dutyNumber(number, 9)),
                dutyPhones(number),
                city.province() + city.name() + "演示路 %d 号".formatted(number),
                scattered(city),
                capabilities(),
                null,
                null,
                new OpeningHours(random.nextInt(100) < 80, OPENS, CLOSES, ZONE),
                1 + random.nextInt(4),
                4 + random.nextInt(16),
                150 + 50 * random.nextInt(6));
    }

    private String officeCode(String province) {
        return officeCodes.computeIfAbsent(province, ignored -> "DEMO-O%02d".formatted(officeCodes.size() + 1));
    }

    private StationStatus status() {
        int dice = random.nextInt(100);
        if (dice < 92) {
            return StationStatus.ACTIVE;
        }
        return dice < 96 ? StationStatus.SUSPENDED : StationStatus.PREPARING;
    }

    private List<NewDutyPhone> dutyPhones(int number) {
        var main = new NewDutyPhone(PhoneNumber.parse(DemoNumbers.dutyNumber(number, 0)), "主", true);
        if (random.nextInt(3) > 0) {
            return List.of(main);
        }
        return List.of(main, new NewDutyPhone(PhoneNumber.parse(DemoNumbers.dutyNumber(number, 1)), "备", false));
    }

    private WgsPoint scattered(City city) {
        return new WgsPoint(
                city.latitude() + SCATTER_DEGREES * random.nextGaussian(),
                city.longitude() + SCATTER_DEGREES * random.nextGaussian());
    }

    /** Every station can work on chassis and electrics; the engine and gearbox networks are memberships. */
    private Set<Capability> capabilities() {
        var capabilities = EnumSet.of(Capability.CHASSIS, Capability.ELECTRICAL, Capability.TYRES);
        addFor(75, Capability.ENGINE_WEICHAI, capabilities);
        addFor(45, Capability.ENGINE_CUMMINS, capabilities);
        addFor(60, Capability.GEARBOX_FAST, capabilities);
        addFor(50, Capability.TOWING, capabilities);
        addFor(15, Capability.NEW_ENERGY, capabilities);
        return capabilities;
    }

    private void addFor(int percent, Capability capability, Set<Capability> capabilities) {
        if (random.nextInt(100) < percent) {
            capabilities.add(capability);
        }
    }
}
