package org.rescueline.vehicle.internal;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.rescueline.shared.FieldProblem;
import org.rescueline.shared.table.Table;
import org.rescueline.vehicle.ContactRole;
import org.rescueline.vehicle.ContactView;
import org.rescueline.vehicle.NewContact;
import org.rescueline.vehicle.NewTerminal;
import org.rescueline.vehicle.NewVehicle;
import org.rescueline.vehicle.OwnerView;
import org.rescueline.vehicle.SaleView;
import org.rescueline.vehicle.TerminalProtocol;
import org.rescueline.vehicle.TerminalView;
import org.rescueline.vehicle.VehicleView;

/**
 * A row of a file of vehicles. An empty cell says nothing: laid over a vehicle of the register it leaves what is there,
 * so that a file with two columns changes those two. Several contacts or terminals stand in one cell, separated by
 * semicolons; a number with asterisks was masked when it was exported and says nothing either.
 */
final class ImportRow {

    private static final Pattern SEPARATOR = Pattern.compile("\\s*[;；\\n]\\s*");
    private static final Pattern DATE = Pattern.compile("(\\d{4})[-/.年](\\d{1,2})[-/.月](\\d{1,2})日?");

    /** A name, if any, and then a number: digits, blanks, hyphens, a plus in front. */
    private static final Pattern CONTACT = Pattern.compile("(?<name>.*?)[\\s:：]*(?<number>\\+?[\\d(][\\d\\s()-]*)");

    private final Table.Row row;
    private final Map<ImportColumn, Integer> columns;
    private final List<FieldProblem> problems = new ArrayList<>();

    ImportRow(Table.Row row, Map<ImportColumn, Integer> columns) {
        this.row = row;
        this.columns = new EnumMap<>(columns);
    }

    int number() {
        return row.number();
    }

    List<FieldProblem> problems() {
        return problems;
    }

    void refuse(FieldProblem problem) {
        problems.add(problem);
    }

    /** What people call the row by. */
    String name() {
        var plate = cell(ImportColumn.PLATE);
        return plate.isEmpty() ? cell(ImportColumn.VIN) : plate;
    }

    /** The VIN and the plate as written, by which the vehicle is looked up. */
    @Nullable
    String vin() {
        return or(ImportColumn.VIN, null);
    }

    @Nullable
    String plate() {
        return or(ImportColumn.PLATE, null);
    }

    /** The vehicle this row makes, laid over the one it is about, if that is in the register. */
    NewVehicle over(@Nullable VehicleView known) {
        problems.clear();
        var owner = known == null ? OwnerView.UNKNOWN : known.owner();
        var sale = known == null ? SaleView.UNKNOWN : known.sale();
        return new NewVehicle(
                or(ImportColumn.VIN, known == null ? null : known.vin()),
                or(ImportColumn.PLATE, known == null ? null : known.plate()),
                or(ImportColumn.MODEL, known == null ? null : known.model()),
                or(ImportColumn.DRIVE_FORM, known == null ? null : known.driveForm()),
                or(ImportColumn.ENGINE_MAKE, known == null ? null : known.engineMake()),
                or(ImportColumn.ENGINE_MODEL, known == null ? null : known.engineModel()),
                or(ImportColumn.GEARBOX_MAKE, known == null ? null : known.gearboxMake()),
                new SaleView(
                        or(ImportColumn.BATCH, sale.batch()),
                        date(ImportColumn.SOLD_ON, sale.soldOn()),
                        date(ImportColumn.WARRANTY_UNTIL, sale.warrantyUntil())),
                new OwnerView(
                        or(ImportColumn.OWNER_NAME, owner.name()), or(ImportColumn.OWNER_COMPANY, owner.company())),
                contacts(known),
                terminals(known));
    }

    private List<NewContact> contacts(@Nullable VehicleView known) {
        return Stream.of(
                        contacts(ImportColumn.DRIVERS, ContactRole.DRIVER, known),
                        contacts(ImportColumn.OWNER_PHONES, ContactRole.OWNER, known),
                        contacts(ImportColumn.FLEET_PHONES, ContactRole.FLEET, known))
                .flatMap(List::stream)
                .toList();
    }

    private List<NewContact> contacts(ImportColumn column, ContactRole role, @Nullable VehicleView known) {
        var cell = cell(column);
        if (cell.isEmpty() || cell.contains("*")) {
            return known == null
                    ? List.of()
                    : known.contacts().stream()
                            .filter(contact -> contact.role() == role)
                            .map(ImportRow::same)
                            .toList();
        }
        return SEPARATOR
                .splitAsStream(cell)
                .filter(each -> !each.isEmpty())
                .map(each -> contact(each, role))
                .toList();
    }

    private static NewContact same(ContactView contact) {
        return new NewContact(contact.name(), contact.role(), contact.number());
    }

    /** What is no number is handed on whole, for the rules to refuse it by its column. */
    private static NewContact contact(String text, ContactRole role) {
        var matcher = CONTACT.matcher(text);
        if (!matcher.matches()) {
            return new NewContact(null, role, text);
        }
        var name = matcher.group("name").strip();
        return new NewContact(name.isEmpty() ? null : name, role, matcher.group("number"));
    }

    /** Those it carries stay; a terminal is taken out on the vehicle's page, never by leaving it out of a file. */
    private List<NewTerminal> terminals(@Nullable VehicleView known) {
        var terminals = new ArrayList<NewTerminal>();
        if (known != null) {
            known.terminals().stream().map(ImportRow::same).forEach(terminals::add);
        }
        SEPARATOR
                .splitAsStream(cell(ImportColumn.TERMINALS))
                .filter(each -> !each.isEmpty())
                .map(phone -> new NewTerminal(phone, TerminalProtocol.JT808_2013))
                .filter(terminal -> terminals.stream()
                        .noneMatch(other -> other.terminalPhone().equals(terminal.terminalPhone())))
                .forEach(terminals::add);
        return terminals;
    }

    private static NewTerminal same(TerminalView terminal) {
        return new NewTerminal(terminal.terminalPhone(), terminal.protocol());
    }

    private @Nullable LocalDate date(ImportColumn column, @Nullable LocalDate known) {
        var cell = cell(column);
        if (cell.isEmpty()) {
            return known;
        }
        var matcher = DATE.matcher(cell);
        try {
            if (matcher.matches()) {
                return LocalDate.of(
                        Integer.parseInt(matcher.group(1)),
                        Integer.parseInt(matcher.group(2)),
                        Integer.parseInt(matcher.group(3)));
            }
        } catch (DateTimeException e) {
            // Said below: there is no such day.
        }
        problems.add(new FieldProblem(column.name(), "vehicle.date-malformed", Map.of("date", cell)));
        return known;
    }

    private @Nullable String or(ImportColumn column, @Nullable String known) {
        var cell = cell(column);
        return cell.isEmpty() ? known : cell;
    }

    private String cell(ImportColumn column) {
        return row.cell(Objects.requireNonNullElse(columns.get(column), -1));
    }
}
