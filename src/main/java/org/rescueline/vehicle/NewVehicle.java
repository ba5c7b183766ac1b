package org.rescueline.vehicle;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A vehicle to enter. VIN or plate must be given; what is null is not known.
 *
 * @see VehicleView for what the fields mean
 */
public record NewVehicle(
        @Nullable String vin,
        @Nullable String plate,
        @Nullable String model,
        @Nullable String driveForm,
        @Nullable String engineMake,
        @Nullable String engineModel,
        @Nullable String gearboxMake,
        @Nullable SaleView sale,
        @Nullable OwnerView owner,
        List<NewContact> contacts,
        List<NewTerminal> terminals) {

    /** A vehicle of whose sale nothing is known. */
    public NewVehicle(
            @Nullable String vin,
            @Nullable String plate,
            @Nullable String model,
            @Nullable String driveForm,
            @Nullable String engineMake,
            @Nullable String engineModel,
            @Nullable String gearboxMake,
            @Nullable OwnerView owner,
            List<NewContact> contacts,
            List<NewTerminal> terminals) {
        this(vin, plate, model, driveForm, engineMake, engineModel, gearboxMake, null, owner, contacts, terminals);
    }

    public NewVehicle {
        contacts = List.copyOf(Objects.requireNonNullElse(contacts, List.of()));
        terminals = List.copyOf(Objects.requireNonNullElse(terminals, List.of()));
    }
}
