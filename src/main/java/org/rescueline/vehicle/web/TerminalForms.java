package org.rescueline.vehicle.web;

import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.rescueline.shared.Failure;
import org.rescueline.vehicle.NewTerminalParameter;
import org.rescueline.vehicle.gps.jt808.TerminalParameter;

/** What people send to order a terminal. */
final class TerminalForms {
    private TerminalForms() {}

    /**
     * Words for the driver.
     *
     * @param urgent whether the terminal shall announce it as urgent; not when absent
     */
    record Text(@Nullable String text, @Nullable Boolean urgent) {
        String requiredText() {
            if (text == null) {
                throw Failure.invalid("text", "shared.field-required");
            }
            return text;
        }
    }

    /**
     * Tracking for a while.
     *
     * @param intervalSeconds 10 when absent
     * @param durationSeconds an hour when absent
     */
    record Tracking(
            @Nullable Integer intervalSeconds, @Nullable Integer durationSeconds) {
        private static final int USUAL_INTERVAL = 10;
        private static final int USUAL_DURATION = 3600;

        Duration interval() {
            return Duration.ofSeconds(intervalSeconds == null ? USUAL_INTERVAL : intervalSeconds);
        }

        Duration duration() {
            return Duration.ofSeconds(durationSeconds == null ? USUAL_DURATION : durationSeconds);
        }
    }

    /** Settings to be told: ids in hex such as {@code 0x0029}; all when absent. */
    record ParameterQuestion(@Nullable List<String> ids) {
        List<Long> numbers() {
            return ids == null
                    ? List.of()
                    : ids.stream().map(id -> idNumber("ids", id)).toList();
        }
    }

    /** Settings to be changed. */
    record Parameters(@Nullable List<Parameter> parameters) {
        List<NewTerminalParameter> toParameters() {
            if (parameters == null || parameters.isEmpty()) {
                throw Failure.invalid("parameters", "shared.field-required");
            }
            return parameters.stream().map(Parameter::toParameter).toList();
        }
    }

    /**
     * One setting; exactly one of the values is given.
     *
     * @param id in hex, such as {@code 0x0029}
     * @param number becomes four bytes
     * @param hex the bytes themselves
     */
    record Parameter(
            @Nullable String id,
            @Nullable Long number,
            @Nullable String text,
            @Nullable String hex) {
        private static final long LARGEST_NUMBER = 0xffff_ffffL;

        NewTerminalParameter toParameter() {
            return new NewTerminalParameter(idNumber("parameters.id", id), value());
        }

        private byte[] value() {
            if (Stream.of(number, text, hex).filter(Objects::nonNull).count() != 1) {
                throw Failure.invalid("parameters", "vehicle.parameter-one-value");
            }
            TerminalParameter parameter = number != null ? ofNumber(number) : ofTextOrHex();
            return parameter.value();
        }

        private static TerminalParameter ofNumber(long number) {
            if (number < 0 || number > LARGEST_NUMBER) {
                throw Failure.invalid("parameters.number", "shared.field-value-invalid", Map.of("field", "number"));
            }
            return TerminalParameter.ofNumber(0, number);
        }

        private TerminalParameter ofTextOrHex() {
            try {
                return text != null
                        ? TerminalParameter.ofText(0, text)
                        : new TerminalParameter(0, HexFormat.of().parseHex(Objects.requireNonNull(hex)));
            } catch (IllegalArgumentException e) {
                String field = text != null ? "text" : "hex";
                throw Failure.invalid("parameters." + field, "shared.field-value-invalid", Map.of("field", field));
            }
        }
    }

    private static long idNumber(String field, @Nullable String hex) {
        if (hex == null || !hex.matches("0x[0-9a-fA-F]{1,8}")) {
            throw Failure.invalid(field, "vehicle.parameter-id-malformed");
        }
        return Long.parseLong(hex.substring(2), 16);
    }
}
