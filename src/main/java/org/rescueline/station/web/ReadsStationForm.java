package org.rescueline.station.web;

import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.rescueline.geo.Datum;
import org.rescueline.geo.Datums;
import org.rescueline.geo.WgsPoint;
import org.rescueline.shared.Failure;
import org.rescueline.shared.FieldProblem;
import org.rescueline.shared.PhoneNumber;
import org.rescueline.station.NewDutyPhone;
import org.rescueline.station.NewStation;
import org.rescueline.station.OpeningHours;
import org.rescueline.station.StationConfig;
import org.rescueline.station.StationStatus;

/** Turns a form into a station, and tells everything that is wrong with it at once. */
final class ReadsStationForm {

    private static final int LONGEST_CODE = 32;
    private static final int LONGEST_NAME = 80;
    private static final int LONGEST_TEXT = 200;
    private static final int MOST_PHONES = 10;
    private static final int MOST_PEOPLE = 999;
    private static final int MOST_STARS = 5;
    private static final int FARTHEST_KM = 5_000;
    private static final WgsPoint NOWHERE = new WgsPoint(0, 0);

    private final StationForm form;
    private final StationConfig config;
    private final List<FieldProblem> problems = new ArrayList<>();

    ReadsStationForm(StationForm form, StationConfig config) {
        this.form = form;
        this.config = config;
    }

    NewStation read() {
        var station = new NewStation(
                required("code", form.code(), LONGEST_CODE),
                required("name", form.name(), LONGEST_NAME),
                required("officeCode", form.officeCode(), LONGEST_CODE),
                optional("officeName", form.officeName(), LONGEST_NAME),
                form.status() == null ? StationStatus.PREPARING : form.status(),
                within("starGrade", form.starGrade(), 1, MOST_STARS),
                optional("headName", form.headName(), LONGEST_NAME),
                headPhone(),
                dutyPhones(),
                required("address", form.address(), LONGEST_TEXT),
                place(),
                form.capabilities() == null ? Set.of() : form.capabilities(),
                optional("mainModels", form.mainModels(), LONGEST_TEXT),
                optional("partsHint", form.partsHint(), LONGEST_TEXT),
                hours(),
                number("rescueVans", form.rescueVans()),
                number("technicians", form.technicians()),
                within("serviceRadiusKm", form.serviceRadiusKm(), 1, FARTHEST_KM));
        if (!problems.isEmpty()) {
            throw Failure.invalid(problems);
        }
        return station;
    }

    private String required(String field, @Nullable String text, int longest) {
        var read = optional(field, text, longest);
        if (read == null) {
            problems.add(new FieldProblem(field, "shared.field-required", Map.of()));
            return "";
        }
        return read;
    }

    private @Nullable String optional(String field, @Nullable String text, int longest) {
        if (text == null || text.isBlank()) {
            return null;
        }
        var read = text.strip();
        if (read.length() > longest) {
            problems.add(new FieldProblem(field, "station.text-too-long", Map.of("max", longest)));
        }
        return read;
    }

    private @Nullable Integer within(String field, @Nullable Integer value, int min, int max) {
        if (value != null && (value < min || value > max)) {
            problems.add(new FieldProblem(field, "station.number-out-of-range", Map.of("min", min, "max", max)));
        }
        return value;
    }

    private int number(String field, @Nullable Integer value) {
        return Objects.requireNonNullElse(within(field, value, 0, MOST_PEOPLE), 0);
    }

    private @Nullable PhoneNumber headPhone() {
        var written = form.headPhone();
        return written == null || written.isBlank() ? null : phone("headPhone", written);
    }

    private @Nullable PhoneNumber phone(String field, @Nullable String written) {
        var number = PhoneNumber.find(written);
        if (number.isEmpty()) {
            problems.add(new FieldProblem(
                    field, "shared.phone-number-invalid", Map.of("number", Objects.requireNonNullElse(written, ""))));
        }
        return number.orElse(null);
    }

    private List<NewDutyPhone> dutyPhones() {
        var phones = form.dutyPhones() == null ? List.<StationForm.DutyPhone>of() : form.dutyPhones();
        if (phones.size() > MOST_PHONES) {
            problems.add(new FieldProblem("dutyPhones", "station.too-many-phones", Map.of("max", MOST_PHONES)));
            return List.of();
        }
        var numbers = new HashSet<PhoneNumber>();
        return IntStream.range(0, phones.size())
                .mapToObj(at -> dutyPhone("dutyPhones[" + at + "]", phones.get(at), numbers))
                .flatMap(List::stream)
                .toList();
    }

    private List<NewDutyPhone> dutyPhone(String field, StationForm.DutyPhone phone, Set<PhoneNumber> seen) {
        var number = phone(field + ".number", phone.number());
        var label = optional(field + ".label", phone.label(), LONGEST_NAME);
        if (number == null) {
            return List.of();
        }
        if (!seen.add(number)) {
            problems.add(
                    new FieldProblem(field + ".number", "station.phone-twice", Map.of("number", number.dialable())));
        }
        return List.of(
                new NewDutyPhone(number, Objects.requireNonNullElse(label, ""), Boolean.TRUE.equals(phone.primary())));
    }

    private WgsPoint place() {
        var latitude = degrees("latitude", form.latitude(), 90);
        var longitude = degrees("longitude", form.longitude(), 180);
        return latitude == null || longitude == null
                ? NOWHERE
                : Datums.toWgs84(latitude, longitude, Objects.requireNonNullElse(form.datum(), Datum.WGS84));
    }

    private @Nullable Double degrees(String field, @Nullable Double degrees, int bound) {
        if (degrees == null) {
            problems.add(new FieldProblem(field, "shared.field-required", Map.of()));
            return null;
        }
        // Written so that a NaN is refused too.
        if (!(Math.abs(degrees) <= bound)) {
            problems.add(new FieldProblem(field, "station.degrees-out-of-range", Map.of("bound", bound)));
            return null;
        }
        return degrees;
    }

    private OpeningHours hours() {
        return new OpeningHours(
                Boolean.TRUE.equals(form.nightOpening()),
                time(form.opensAt(), config.opensAt()),
                time(form.closesAt(), config.closesAt()),
                zone());
    }

    private static LocalTime time(@Nullable LocalTime given, LocalTime otherwise) {
        return given == null ? otherwise : given;
    }

    private ZoneId zone() {
        var written = form.zone();
        if (written == null || written.isBlank()) {
            return config.zone();
        }
        try {
            return ZoneId.of(written.strip());
        } catch (DateTimeException e) {
            problems.add(new FieldProblem("zone", "station.zone-unknown", Map.of("zone", written)));
            return config.zone();
        }
    }
}
