package org.rescueline.vehicle.web;

import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.rescueline.shared.Failure;
import org.rescueline.vehicle.ContactRole;
import org.rescueline.vehicle.NewContact;
import org.rescueline.vehicle.NewTerminal;
import org.rescueline.vehicle.NewVehicle;
import org.rescueline.vehicle.OwnerView;
import org.rescueline.vehicle.SaleView;
import org.rescueline.vehicle.TerminalProtocol;
import org.rescueline.vehicle.VehicleView;

/** A vehicle as people enter it; what is left out is not known. */
record VehicleForm(
        @Nullable String vin,
        @Nullable String plate,
        @Nullable String model,
        @Nullable String driveForm,
        @Nullable String engineMake,
        @Nullable String engineModel,
        @Nullable String gearboxMake,
        @Nullable SaleView sale,
        @Nullable OwnerView owner,
        @Nullable List<Contact> contacts,
        @Nullable List<Terminal> terminals) {

    /** Somebody to ring. */
    record Contact(
            @Nullable String name,
            @Nullable ContactRole role,
            @Nullable String number) {
        private NewContact toContact(int index) {
            String at = "contacts[" + index + "].";
            return new NewContact(name, required(at + "role", role), required(at + "number", number));
        }
    }

    /** A terminal; its protocol is JT/T 808-2013 until the terminal itself says otherwise. */
    record Terminal(
            @Nullable String terminalPhone, @Nullable TerminalProtocol protocol) {
        private NewTerminal toTerminal(int index) {
            return new NewTerminal(
                    required("terminals[" + index + "].terminalPhone", terminalPhone),
                    Objects.requireNonNullElse(protocol, TerminalProtocol.JT808_2013));
        }
    }

    static VehicleForm of(VehicleView vehicle) {
        return new VehicleForm(
                vehicle.vin(),
                vehicle.plate(),
                vehicle.model(),
                vehicle.driveForm(),
                vehicle.engineMake(),
                vehicle.engineModel(),
                vehicle.gearboxMake(),
                vehicle.sale(),
                vehicle.owner(),
                vehicle.contacts().stream()
                        .map(contact -> new Contact(contact.name(), contact.role(), contact.number()))
                        .toList(),
                vehicle.terminals().stream()
                        .map(terminal -> new Terminal(terminal.terminalPhone(), terminal.protocol()))
                        .toList());
    }

    NewVehicle toVehicle() {
        List<Contact> ring = Objects.requireNonNullElse(contacts, List.of());
        List<Terminal> carried = Objects.requireNonNullElse(terminals, List.of());
        return new NewVehicle(
                vin,
                plate,
                model,
                driveForm,
                engineMake,
                engineModel,
                gearboxMake,
                sale,
                owner,
                IntStream.range(0, ring.size())
                        .mapToObj(i -> ring.get(i).toContact(i))
                        .toList(),
                IntStream.range(0, carried.size())
                        .mapToObj(i -> carried.get(i).toTerminal(i))
                        .toList());
    }

    private static <T> T required(String field, @Nullable T value) {
        if (value == null) {
            throw Failure.invalid(field, "shared.field-required");
        }
        return value;
    }
}
