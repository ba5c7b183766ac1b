package org.rescueline.console.internal;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.rescueline.shared.Failure;
import org.rescueline.shared.PhoneNumber;

/**
 * What somebody typed into the search box.
 *
 * @param text as typed, without blanks around; 2 to 60 characters
 */
public record SearchWords(String text) {

    private static final int SHORTEST = 2;
    private static final int LONGEST = 60;

    public SearchWords {
        if (text.length() < SHORTEST || text.length() > LONGEST) {
            throw Failure.invalid("q", "console.search-length", Map.of("min", SHORTEST, "max", LONGEST));
        }
    }

    /** From the query parameter; full-width characters, as input methods write them, become plain ones. */
    public static SearchWords parse(String typed) {
        return new SearchWords(Normalizer.normalize(typed, Normalizer.Form.NFKC).strip());
    }

    /** The words as one key: capitals and separators do not matter. */
    String key() {
        return key(text);
    }

    static String key(String name) {
        return name.replaceAll("[\\s·.\\-]", "").toUpperCase(Locale.ROOT);
    }

    /** The telephone number, if it is a whole one: parts of numbers would let masked digits be guessed. */
    Optional<PhoneNumber> wholeNumber() {
        return PhoneNumber.find(text);
    }
}
