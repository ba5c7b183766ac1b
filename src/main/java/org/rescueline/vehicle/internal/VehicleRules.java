package org.rescueline.vehicle.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.rescueline.shared.Failure;
import org.rescueline.shared.FieldProblem;
import org.rescueline.shared.PhoneNumber;
import org.rescueline.vehicle.ContactView;
import org.rescueline.vehicle.NewContact;
import org.rescueline.vehicle.NewTerminal;
import org.rescueline.vehicle.NewVehicle;
import org.rescueline.vehicle.OwnerView;
import org.rescueline.vehicle.SaleView;
import org.rescueline.vehicle.Vin;

/** What a vehicle must look like to be entered; tells of everything that is wrong at once, field by field. */
final class VehicleRules {
    private static final int LONGEST_PLATE = 20;
    private static final int LONGEST_TEXT = 100;
    private static final int MOST_CONTACTS = 20;
    private static final int MOST_TERMINALS = 5;
    private static final int LONGEST_TERMINAL_PHONE = 64;

    private final String prefix;
    private final List<FieldProblem> problems = new ArrayList<>();

    private VehicleRules(String prefix) {
        this.prefix = prefix;
    }

    /**
     * Checks one vehicle.
     *
     * @throws Failure INVALID with every problem
     */
    static CheckedVehicle check(NewVehicle vehicle) {
        VehicleRules rules = new VehicleRules("");
        CheckedVehicle checked = rules.read(vehicle);
        if (!rules.problems.isEmpty()) {
            throw Failure.invalid(rules.problems);
        }
        return checked;
    }

    /**
     * Checks many vehicles, also against each other.
     *
     * @throws Failure INVALID with every problem, fields named like {@code [17].vin}
     */
    static List<CheckedVehicle> checkAll(List<NewVehicle> vehicles) {
        List<CheckedVehicle> checked = new ArrayList<>(vehicles.size());
        List<FieldProblem> problems = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < vehicles.size(); i++) {
            VehicleRules rules = new VehicleRules("[" + i + "].");
            CheckedVehicle vehicle = rules.read(vehicles.get(i));
            rules.requireNew(vehicle, seen);
            checked.add(vehicle);
            problems.addAll(rules.problems);
        }
        if (!problems.isEmpty()) {
            throw Failure.invalid(problems);
        }
        return checked;
    }

    /**
     * Checks one vehicle of many, also against those seen before it.
     *
     * @param seen what those before it hold; this one's is added
     * @param refused told of each problem
     */
    static CheckedVehicle checkRow(NewVehicle vehicle, Set<String> seen, Consumer<FieldProblem> refused) {
        VehicleRules rules = new VehicleRules("");
        CheckedVehicle checked = rules.read(vehicle);
        rules.requireNew(checked, seen);
        rules.problems.forEach(refused);
        return checked;
    }

    /** A VIN as it would be stored, or as it was typed when it is none: to look it up by. */
    static String vinKey(String typed) {
        return typed.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
    }

    private CheckedVehicle read(NewVehicle vehicle) {
        String vin = vin(vehicle.vin());
        String plate = text("plate", vehicle.plate(), LONGEST_PLATE);
        String plateKey = plate == null ? null : PlateKey.of(plate);
        if (plateKey != null && plateKey.isEmpty()) {
            refuse("plate", "vehicle.plate-malformed", Map.of("plate", Objects.requireNonNull(plate)));
        }
        if (isBlank(vehicle.vin()) && plate == null) {
            refuse("vin", "vehicle.vin-or-plate-required", Map.of());
        }
        return new CheckedVehicle(
                vin,
                plate,
                plateKey,
                text("model", vehicle.model(), LONGEST_TEXT),
                text("driveForm", vehicle.driveForm(), LONGEST_TEXT),
                text("engineMake", vehicle.engineMake(), LONGEST_TEXT),
                text("engineModel", vehicle.engineModel(), LONGEST_TEXT),
                text("gearboxMake", vehicle.gearboxMake(), LONGEST_TEXT),
                sale(Objects.requireNonNullElse(vehicle.sale(), SaleView.UNKNOWN)),
                owner(Objects.requireNonNullElse(vehicle.owner(), OwnerView.UNKNOWN)),
                contacts(vehicle.contacts()),
                terminals(vehicle.terminals()));
    }

    private void requireNew(CheckedVehicle vehicle, Set<String> seen) {
        String vin = vehicle.vin();
        if (vin != null && !seen.add("vin " + vin)) {
            refuse("vin", "vehicle.vin-taken", Map.of("vin", vin));
        }
        String plateKey = vehicle.plateKey();
        if (plateKey != null && !seen.add("plate " + plateKey)) {
            refuse("plate", "vehicle.plate-taken", Map.of("plate", plateKey));
        }
        for (NewTerminal terminal : vehicle.terminals()) {
            if (!seen.add("terminal " + terminal.terminalPhone())) {
                refuse("terminals", "vehicle.terminal-taken", Map.of("terminalPhone", terminal.terminalPhone()));
            }
        }
    }

    private @Nullable String vin(@Nullable String typed) {
        if (typed == null || typed.isBlank()) {
            return null;
        }
        try {
            return Vin.parse(typed).text();
        } catch (Failure e) {
            refuse("vin", e.code(), e.arguments());
            return null;
        }
    }

    private SaleView sale(SaleView sale) {
        if (sale.soldOn() != null
                && sale.warrantyUntil() != null
                && sale.warrantyUntil().isBefore(sale.soldOn())) {
            refuse("sale.warrantyUntil", "vehicle.warranty-before-sale", Map.of());
        }
        return new SaleView(text("sale.batch", sale.batch(), LONGEST_TEXT), sale.soldOn(), sale.warrantyUntil());
    }

    private OwnerView owner(OwnerView owner) {
        return new OwnerView(
                text("owner.name", owner.name(), LONGEST_TEXT), text("owner.company", owner.company(), LONGEST_TEXT));
    }

    private List<ContactView> contacts(List<NewContact> contacts) {
        requireAtMost("contacts", contacts.size(), MOST_CONTACTS);
        List<ContactView> read = new ArrayList<>();
        for (int i = 0; i < contacts.size(); i++) {
            contact("contacts[" + i + "].", contacts.get(i)).ifPresent(read::add);
        }
        read.sort(Comparator.comparing(ContactView::role));
        return read;
    }

    private Optional<ContactView> contact(String at, NewContact contact) {
        Optional<PhoneNumber> number = PhoneNumber.find(contact.number());
        if (number.isEmpty()) {
            refuse(at + "number", "shared.phone-number-invalid", Map.of("number", String.valueOf(contact.number())));
            return Optional.empty();
        }
        if (contact.role() == null) {
            refuse(at + "role", "shared.field-required", Map.of());
            return Optional.empty();
        }
        String name = text(at + "name", contact.name(), LONGEST_TEXT);
        return Optional.of(new ContactView(name, contact.role(), number.get().e164()));
    }

    private List<NewTerminal> terminals(List<NewTerminal> terminals) {
        requireAtMost("terminals", terminals.size(), MOST_TERMINALS);
        for (int i = 0; i < terminals.size(); i++) {
            String phone = terminals.get(i).terminalPhone();
            if (phone.isEmpty() || phone.length() > LONGEST_TERMINAL_PHONE || !phone.matches("[!-~]+")) {
                refuse("terminals[" + i + "].terminalPhone", "vehicle.terminal-phone-malformed", Map.of());
            }
            if (terminals.get(i).protocol() == null) {
                refuse("terminals[" + i + "].protocol", "shared.field-required", Map.of());
            }
        }
        return terminals;
    }

    private @Nullable String text(String field, @Nullable String typed, int longest) {
        if (isBlank(typed)) {
            return null;
        }
        String text = Objects.requireNonNull(typed).strip().replaceAll("\\p{Cntrl}", " ");
        if (text.length() > longest) {
            refuse(field, "vehicle.text-too-long", Map.of("max", longest));
        }
        return text;
    }

    private void requireAtMost(String field, int size, int most) {
        if (size > most) {
            refuse(field, "vehicle.too-many", Map.of("max", most));
        }
    }

    private void refuse(String field, String code, Map<String, Object> arguments) {
        problems.add(new FieldProblem(prefix + field, code, arguments));
    }

    private static boolean isBlank(@Nullable String text) {
        return text == null || text.isBlank();
    }
}
