package org.rescueline.demo.fleet;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.rescueline.vehicle.ContactRole;
import org.rescueline.vehicle.NewContact;
import org.rescueline.vehicle.NewTerminal;
import org.rescueline.vehicle.NewVehicle;
import org.rescueline.vehicle.OwnerView;
import org.rescueline.vehicle.TerminalProtocol;

/** The invented vehicles. Vehicle 1 is the first on the road. */
public final class DemoVehicles {

    private static final int VEHICLES_PER_FLEET = 20;
    private static final int SECOND_CONTACT_EVERY = 4;

    private record Build(String model, String driveForm, String engineMake, String engineModel, String gearboxMake) {}

    private static final List<Build> BUILDS = List.of(
            new Build("X6000", "6×4", "潍柴", "WP13", "法士特"),
            new Build("X5000", "6×4", "潍柴", "WP12", "法士特"),
            new Build("X3000", "8×4", "康明斯", "ISM11", "法士特"),
            new Build("M3000", "8×4", "潍柴", "WP10", "法士特"),
            new Build("L3000", "4×2", "康明斯", "ISB6.7", "法士特"));

    private DemoVehicles() {}

    /** @param count 1 to 9,999 */
    public static List<NewVehicle> make(int count, long seed) {
        var random = new Random(seed);
        return IntStream.rangeClosed(1, count)
                .mapToObj(number -> vehicle(number, random))
                .toList();
    }

    /** Every second terminal speaks the edition of 2019. */
    public static TerminalProtocol protocolOf(int vehicle) {
        return vehicle % 2 == 0 ? TerminalProtocol.JT808_2019 : TerminalProtocol.JT808_2013;
    }

    private static NewVehicle vehicle(int number, Random random) {
        var build = BUILDS.get(random.nextInt(BUILDS.size()));
        int fleet = 1 + number / VEHICLES_PER_FLEET;
        return new NewVehicle(
                DemoVin.of(number),
                DemoNumbers.plate(number),
                build.model(),
                build.driveForm(),
                build.engineMake(),
                build.engineModel(),
                build.gearboxMake(),
                new OwnerView(null, "演示物流%02d队".formatted(fleet)),
                contacts(number, fleet),
                List.of(new NewTerminal(DemoNumbers.terminalPhone(number), protocolOf(number))));
    }

    private static List<NewContact> contacts(int number, int fleet) {
        var contacts = new ArrayList<NewContact>();
        contacts.add(
                new NewContact("演示司机%04d".formatted(number), ContactRole.DRIVER, DemoNumbers.driverNumber(number)));
        if (number % SECOND_CONTACT_EVERY == 0) {
            contacts.add(
                    new NewContact("演示车队%02d".formatted(fleet), ContactRole.FLEET, DemoNumbers.fleetNumber(fleet)));
        }
        return contacts;
    }
}
