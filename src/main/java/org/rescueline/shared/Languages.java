package org.rescueline.shared;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The languages the centre speaks: Chinese first, English second. */
public final class Languages {

    /** What is spoken when nobody asks for anything, or for a language we do not have. */
    public static final Locale DEFAULT = Locale.CHINESE;

    /** All of them, the default first. */
    public static final List<Locale> ALL = List.of(Locale.CHINESE, Locale.ENGLISH);

    private Languages() {}

    /** The best of ours for an {@code Accept-Language} header; a header that makes no sense asks for nothing. */
    public static Locale of(@Nullable String acceptLanguage) {
        if (acceptLanguage == null || acceptLanguage.isBlank()) {
            return DEFAULT;
        }
        return ranges(acceptLanguage).map(wished -> Locale.lookup(wished, ALL)).orElse(DEFAULT);
    }

    private static Optional<List<Locale.LanguageRange>> ranges(String acceptLanguage) {
        try {
            return Optional.of(Locale.LanguageRange.parse(acceptLanguage));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
