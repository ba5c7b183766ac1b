package org.rescueline.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every sentence exists in both languages and names the same things. */
class MessageBundlesTest {

    private static final Path FOLDER = Path.of("src", "main", "resources", "messages");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{[A-Za-z][A-Za-z0-9]*}");

    static Stream<String> rooms() throws IOException {
        try (var files = Files.list(FOLDER)) {
            return files
                    .map(file -> file.getFileName().toString().replaceAll("_(zh|en)\\.properties$", ""))
                    .collect(Collectors.toCollection(TreeSet::new))
                    .stream();
        }
    }

    @Test
    void findsTheBundles() throws IOException {
        assertThat(rooms()).contains("shared");
    }

    @ParameterizedTest
    @MethodSource("rooms")
    void saysEverythingInBothLanguages(String room) throws IOException {
        // When
        var chinese = placeholders(read(room, "zh"));
        var english = placeholders(read(room, "en"));

        // Then
        assertThat(english).isEqualTo(chinese);
        assertThat(chinese.keySet()).allSatisfy(code -> assertThat(code).startsWith(room + "."));
    }

    @ParameterizedTest
    @MethodSource("rooms")
    void leavesNoSentenceEmptyAndNoneInTheOtherLanguage(String room) throws IOException {
        // When
        var chinese = read(room, "zh");
        var english = read(room, "en");

        // Then
        assertThat(chinese.values()).noneMatch(sentence -> sentence.toString().isBlank());
        assertThat(english.values())
                .noneMatch(sentence -> sentence.toString().isBlank())
                .noneMatch(sentence -> sentence.toString().codePoints().anyMatch(Character::isIdeographic));
    }

    private static Properties read(String room, String language) throws IOException {
        var properties = new Properties();
        try (var reader = Files.newBufferedReader(
                FOLDER.resolve(room + "_" + language + ".properties"), StandardCharsets.UTF_8)) {
            properties.load(reader);
        }
        return properties;
    }

    private static Map<String, TreeSet<String>> placeholders(Properties sentences) {
        var byCode = new TreeMap<String, TreeSet<String>>();
        sentences.forEach((code, sentence) -> byCode.put(
                code.toString(),
                PLACEHOLDER
                        .matcher(sentence.toString())
                        .results()
                        .map(MatchResult::group)
                        .collect(Collectors.toCollection(TreeSet::new))));
        return byCode;
    }
}
