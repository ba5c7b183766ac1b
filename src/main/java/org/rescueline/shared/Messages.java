package org.rescueline.shared;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The sentences a person reads, in every language of {@link Languages}.
 *
 * <p>A code is {@code <room>.<what>}; its sentence stands under the whole code in {@code messages/<room>_<language>
 * .properties}, UTF-8, with what it names in braces: {@code 页码不能超过 {max}}.
 */
public final class Messages {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([A-Za-z][A-Za-z0-9]*)}");
    private static final String NOT_FOUND = ".not-found";
    private static final Map<String, Properties> BUNDLES = new ConcurrentHashMap<>();

    private Messages() {}

    /**
     * The sentence of a code. A code nobody wrote a sentence for is shown as it is: bare, but it can be searched for.
     *
     * @param arguments what the sentence names; one that is missing leaves a dash
     */
    public static String text(String code, Map<String, ?> arguments, Locale language) {
        return find(code, language)
                .or(() -> code.endsWith(NOT_FOUND) ? find("shared.not-found", language) : Optional.empty())
                .map(sentence -> filled(sentence, arguments))
                .orElse(code);
    }

    /** Whether a sentence stands under the code in that language. */
    public static boolean has(String code, Locale language) {
        return find(code, language).isPresent();
    }

    private static Optional<String> find(String code, Locale language) {
        var dot = code.indexOf('.');
        if (dot <= 0) {
            return Optional.empty();
        }
        var bundle = BUNDLES.computeIfAbsent(code.substring(0, dot) + "_" + language.getLanguage(), Messages::read);
        return Optional.ofNullable(bundle.getProperty(code));
    }

    private static Properties read(String bundle) {
        var properties = new Properties();
        // Codes come from our own code alone, yet a name that leads elsewhere must not be opened.
        if (!bundle.matches("[a-z0-9-]+_[a-z]{2}")) {
            return properties;
        }
        try (var file = Messages.class.getResourceAsStream("/messages/" + bundle + ".properties")) {
            if (file != null) {
                properties.load(new InputStreamReader(file, StandardCharsets.UTF_8));
            }
            return properties;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the messages of " + bundle, e);
        }
    }

    private static String filled(String sentence, Map<String, ?> arguments) {
        return PLACEHOLDER
                .matcher(sentence)
                .replaceAll(match -> Matcher.quoteReplacement(shown(arguments.get(match.group(1)))));
    }

    private static String shown(@Nullable Object argument) {
        return argument == null ? "–" : argument.toString();
    }
}
