package org.rescueline.vehicle.internal;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rescueline.vehicle.ContactView;
import org.rescueline.vehicle.NewTerminal;
import org.rescueline.vehicle.OwnerView;

/** A vehicle that may be stored: every field in its one form. */
record CheckedVehicle(
        @Nullable String vin,
        @Nullable String plate,
        @Nullable String plateKey,
        @Nullable String model,
        @Nullable String driveForm,
        @Nullable String engineMake,
        @Nullable String engineModel,
        @Nullable String gearboxMake,
        OwnerView owner,
        List<ContactView> contacts,
        List<NewTerminal> terminals) {}
