package org.rescueline.vehicle;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What to change of a vehicle: null leaves a field as it is, an empty text clears it, a list replaces the whole list.
 *
 * @see VehicleView for what the fields mean
 */
public record VehicleEdit(
        @Nullable String vin,
        @Nullable String plate,
        @Nullable String model,
        @Nullable String driveForm,
        @Nullable String engineMake,
        @Nullable String engineModel,
        @Nullable String gearboxMake,
        @Nullable OwnerView owner,
        @Nullable List<NewContact> contacts,
        @Nullable List<NewTerminal> terminals) {}
