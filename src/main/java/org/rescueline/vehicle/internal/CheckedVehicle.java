package org.rescueline.vehicle.internal;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rescueline.vehicle.ContactView;
import org.rescueline.vehicle.NewTerminal;
import org.rescueline.vehicle.OwnerView;
import org.rescueline.vehicle.SaleView;
import org.rescueline.vehicle.TerminalView;
import org.rescueline.vehicle.VehicleView;

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
        SaleView sale,
        OwnerView owner,
        List<ContactView> contacts,
        List<NewTerminal> terminals) {

    /** Whether storing it would change nothing. */
    boolean isSameAs(VehicleView known) {
        return Objects.equals(vin, known.vin())
                && Objects.equals(plate, known.plate())
                && Objects.equals(model, known.model())
                && Objects.equals(driveForm, known.driveForm())
                && Objects.equals(engineMake, known.engineMake())
                && Objects.equals(engineModel, known.engineModel())
                && Objects.equals(gearboxMake, known.gearboxMake())
                && sale.equals(known.sale())
                && owner.equals(known.owner())
                && contacts.equals(known.contacts())
                && phones().equals(known.terminals().stream()
                        .map(TerminalView::terminalPhone)
                        .collect(Collectors.toSet()));
    }

    private Set<String> phones() {
        return terminals.stream().map(NewTerminal::terminalPhone).collect(Collectors.toSet());
    }
}
