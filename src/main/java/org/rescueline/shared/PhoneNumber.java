package org.rescueline.shared;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.text.Normalizer;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A telephone number in its one form, E.164 with {@code +86} understood where nothing else is said. Whatever is a
 * {@code PhoneNumber} is safe to hand to the switch: it holds nothing but a plus sign and digits.
 *
 * <p>Chinese numbers are checked by kind: mobile (1, then 3–9, then nine digits), 400 and 800 service numbers, and
 * landlines with their area code (010, 02x and the four-digit codes). Foreign ones are taken by length alone.
 *
 * @param e164 such as {@code +8613800000021}
 */
public record PhoneNumber(@JsonValue String e164) {

    private static final String CHINA = "86";
    private static final Pattern CHINA_MOBILE = Pattern.compile("1[3-9]\\d{9}");
    private static final Pattern CHINA_SERVICE = Pattern.compile("[48]00\\d{7}");
    private static final Pattern CHINA_LANDLINE = Pattern.compile("(?:10|2\\d)\\d{8}|[3-9]\\d{2}\\d{7,8}");
    private static final Pattern ABROAD = Pattern.compile("[1-9]\\d{6,14}");
    /** What people write between the digits. A line break is none of it: it would end a command of the switch. */
    private static final Pattern SEPARATORS = Pattern.compile("[ \\-().\\u2010-\\u2015\\u3000\\u00a0]");

    private static final Pattern WRITTEN = Pattern.compile("\\+?\\d{5,20}");
    private static final int LONGEST_INPUT = 40;

    public PhoneNumber {
        if (!isCanonical(e164)) {
            throw Failure.invalid("number", "shared.phone-number-invalid", Map.of("number", shown(e164)));
        }
    }

    /**
     * Reads a number as people write it.
     *
     * @throws Failure INVALID when it is not a telephone number
     */
    @JsonCreator
    public static PhoneNumber parse(String text) {
        return parse("number", text);
    }

    /** As {@link #parse(String)}, naming the field of the request the text came from. */
    public static PhoneNumber parse(String field, String text) {
        return find(text)
                .orElseThrow(
                        () -> Failure.invalid(field, "shared.phone-number-invalid", Map.of("number", shown(text))));
    }

    /** As {@link #parse(String)}, for texts of which some are no number, such as the caller id of a withheld one. */
    public static Optional<PhoneNumber> find(@Nullable String text) {
        if (text == null || text.length() > LONGEST_INPUT) {
            return Optional.empty();
        }
        // Full-width digits, as Chinese input methods write them, become plain ones.
        var plain = Normalizer.normalize(text, Normalizer.Form.NFKC).strip();
        if (text.indexOf('\r') >= 0 || text.indexOf('\n') >= 0) {
            return Optional.empty();
        }
        var digits = SEPARATORS.matcher(plain).replaceAll("");
        return WRITTEN.matcher(digits).matches() ? canonical(digits) : Optional.empty();
    }

    /** For people who need not know it: the beginning, the end, and stars between. */
    public String masked() {
        var shown = dialable();
        var tail = shown.length() >= 11 ? 4 : 3;
        return shown.substring(0, 3) + "****" + shown.substring(shown.length() - tail);
    }

    /** As a Chinese trunk wants it: landlines with their zero, foreign numbers with two. */
    public String dialable() {
        var number = e164.substring(1);
        if (!number.startsWith(CHINA)) {
            return "00" + number;
        }
        var national = number.substring(CHINA.length());
        return isLandline(national) ? "0" + national : national;
    }

    /** Whether it is a Chinese mobile: it can get a short message, and it is on the road. */
    public boolean isMobile() {
        return e164.startsWith("+" + CHINA)
                && CHINA_MOBILE.matcher(e164.substring(1 + CHINA.length())).matches();
    }

    @Override
    public String toString() {
        return e164;
    }

    private static Optional<PhoneNumber> canonical(String digits) {
        var international = withoutPrefix(digits);
        if (international != null) {
            return Optional.of("+" + international)
                    .filter(PhoneNumber::isCanonical)
                    .map(PhoneNumber::new);
        }
        if (digits.startsWith("0")) {
            // The trunk zero: of a landline, or of a mobile dialled from another town. Service numbers have none.
            return chinese(digits.substring(1)).filter(number -> !number.isService());
        }
        if (CHINA_MOBILE.matcher(digits).matches()
                || CHINA_SERVICE.matcher(digits).matches()) {
            return chinese(digits);
        }
        // Trunks also deliver 8613800000021 without the plus.
        return digits.startsWith(CHINA) ? chinese(digits.substring(CHINA.length())) : Optional.empty();
    }

    /** What follows a plus sign or two zeros; null when the number has neither. */
    private static @Nullable String withoutPrefix(String digits) {
        if (digits.startsWith("+")) {
            return digits.substring(1);
        }
        return digits.startsWith("00") ? digits.substring(2) : null;
    }

    private static Optional<PhoneNumber> chinese(String national) {
        return isChinese(national) ? Optional.of(new PhoneNumber("+" + CHINA + national)) : Optional.empty();
    }

    private boolean isService() {
        return CHINA_SERVICE.matcher(e164.substring(1 + CHINA.length())).matches();
    }

    private static boolean isCanonical(String e164) {
        if (!e164.startsWith("+")) {
            return false;
        }
        var number = e164.substring(1);
        return number.startsWith(CHINA)
                ? isChinese(number.substring(CHINA.length()))
                : ABROAD.matcher(number).matches();
    }

    private static boolean isChinese(String national) {
        return CHINA_MOBILE.matcher(national).matches()
                || CHINA_SERVICE.matcher(national).matches()
                || isLandline(national);
    }

    private static boolean isLandline(String national) {
        return CHINA_LANDLINE.matcher(national).matches()
                && !CHINA_SERVICE.matcher(national).matches();
    }

    /** What an error message may repeat of a text that is no number: short, and on one line. */
    private static String shown(String text) {
        var oneLine = text.replaceAll("\\p{Cntrl}", "?");
        return oneLine.length() > LONGEST_INPUT ? oneLine.substring(0, LONGEST_INPUT) + "…" : oneLine;
    }
}
