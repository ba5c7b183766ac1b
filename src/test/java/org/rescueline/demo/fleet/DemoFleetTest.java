package org.rescueline.demo.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.rescueline.demo.Cities;
import org.rescueline.shared.PhoneNumber;
import org.rescueline.station.NewStation;
import org.rescueline.vehicle.NewVehicle;

class DemoFleetTest {

    private static final long SEED = 9818;

    @Test
    void inventsTheSameCountryFromTheSameSeed() {
        // Given
        var cities = Cities.read().all();

        // When
        var first = DemoStations.make(cities, 300, SEED);
        var again = DemoStations.make(cities, 300, SEED);

        // Then
        assertThat(first).isEqualTo(again).hasSize(300);
        assertThat(DemoVehicles.make(2_000, SEED))
                .isEqualTo(DemoVehicles.make(2_000, SEED))
                .hasSize(2_000);
    }

    @Test
    void givesEveryStationAndVehicleItsOwnNumbers() {
        // When
        var stations = DemoStations.make(Cities.read().all(), 300, SEED);
        var vehicles = DemoVehicles.make(2_000, SEED);

        // Then
        assertThat(stations).extracting(NewStation::code).doesNotHaveDuplicates();
        assertThat(stations.stream().flatMap(station -> station.dutyPhones().stream()))
                .extracting(phone -> phone.number().e164())
                .doesNotHaveDuplicates();
        assertThat(vehicles).extracting(NewVehicle::vin).doesNotHaveDuplicates();
        assertThat(vehicles).extracting(NewVehicle::plate).doesNotHaveDuplicates();
    }

    @Test
    void marksEverythingAsDemo() {
        // When
        var stations = DemoStations.make(Cities.read().all(), 300, SEED);
        var vehicles = DemoVehicles.make(50, SEED);

        // Then
        assertThat(stations).allSatisfy(station -> assertThat(station.name()).contains("演示"));
        assertThat(vehicles).allSatisfy(vehicle -> assertThat(vehicle.plate()).contains("演"));
    }

    @Test
    void letsDriversCallFromNumbersThatTheRegisterKnows() {
        // When
        var vehicle = DemoVehicles.make(21, SEED).get(20);

        // Then
        assertThat(PhoneNumber.parse(vehicle.contacts().get(0).number()))
                .isEqualTo(PhoneNumber.parse(DemoNumbers.driverNumber(21)));
    }
}
