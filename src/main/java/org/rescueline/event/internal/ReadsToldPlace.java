package org.rescueline.event.internal;

import java.text.Normalizer;
import java.util.HashSet;
import java.util.Locale;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds road, direction and kilometre post in the words of a driver: {@code G30 连霍高速 往西安方向 K985+300}.
 *
 * <p>Whatever it does not understand stays in the text, which is always kept whole. A bare distance ("还有 3 公里") is not
 * a post. Two different posts in one sentence ("K985 到 K990 之间") give none: a wrong post sends a van to the wrong place,
 * a missing one makes somebody ask.
 */
final class ReadsToldPlace {

    private static final String NUMERAL = "[" + ChineseNumeral.CHARACTERS + "]{1,8}";

    /** {@code 3百} is said in one breath; written so, it is read like 三百. "5千米" is a distance in metres' own words. */
    private static final Pattern MIXED = Pattern.compile("(?<!\\d)([1-9])\\s?(?=百|千(?!米))");

    private static final Pattern ROAD_CODE =
            Pattern.compile("(?<![A-Z0-9])([GSXY])\\s?(\\d{1,4}(?!\\d)|(?!.\\p{IsHan}(?<![" + ChineseNumeral.CHARACTERS
                    + "]))" + NUMERAL + ")");
    private static final String THREE_DIGITS = "\\d{3}|[" + ChineseNumeral.DIGIT_CHARACTERS + "]{3}";
    private static final String NO_NUMBER_BEFORE = "(?<![\\d" + ChineseNumeral.CHARACTERS + "])";
    private static final String NO_NUMBER_BEHIND = "(?![\\d" + ChineseNumeral.CHARACTERS + "])";
    private static final Pattern NUMBERED_ROAD = Pattern.compile("(?:" + NO_NUMBER_BEFORE + "(?<before>" + THREE_DIGITS
            + ")\\s?)?(?<kind>国道|省道|县道)" + "(?:\\s?(?<after>" + THREE_DIGITS + ")" + NO_NUMBER_BEHIND + ")?");

    /** What stands before a road's name: "我们车停在", "从兰州走". 沿 and 上 begin names, too: 沿海, 上海. */
    private static final String BEFORE_ROAD =
            "(?:\\p{IsHan}{0,8}?(?:在+|沿着|顺着|走|跑|上了|到了|过了|沿(?![江海河湖黄淮])|上(?![海饶虞武]))|(?:我们?|咱们?|车))?";

    private static final Pattern NAMED_ROAD =
            Pattern.compile("(?<!\\p{IsHan})" + BEFORE_ROAD + "(\\p{IsHan}{1,6}?(?:高速|绕城|环线))");

    /** "由西向东", "往西开": where signs name no town, people say the quarter of the sky. */
    private static final Pattern COMPASS = Pattern.compile(
            "(?:(?:[由自从]|(?<!\\p{IsHan}))[东南西北]{1,2}[向往至到]|[往向朝])([东南西北]{1,2})" + "(?:方向|行驶|[走开去]|$|[^\\p{IsHan}])");

    private static final Pattern TOWARDS = Pattern.compile("[往向去至到朝](\\p{IsHan}{2,6}?)(?:方向|去|走)");

    /** "往西安" and "从兰州去西安" alone, where no 方向 follows; "往前" is no town. */
    private static final Pattern TOWARDS_ONLY =
            Pattern.compile("(?:[往向朝至](?![前后左右里外回上下对])|从\\p{IsHan}{2,6}?[去到])(\\p{IsHan}{2,4}?)(?:开|$|[^\\p{IsHan}])");

    private static final Pattern DIRECTION =
            Pattern.compile("(?<!\\p{IsHan})(?:\\p{IsHan}{0,6}?(?:高速|公路|国道|省道))?(\\p{IsHan}{2,6}?)方向");

    /** The number of a road, or what follows the point of another number, is no kilometre. */
    private static final String NO_ROAD_BEFORE = "(?<![GSXY])(?<![GSXY]\\s)";

    private static final Pattern POST = Pattern.compile("(?:(?<mark>K|桩号)(?:是|为|:)?\\s?K?\\s?)?"
            + NO_ROAD_BEFORE
            + "(?<km>(?<![\\d.点])\\d{1,4}|(?<![点" + ChineseNumeral.CHARACTERS + "])" + NUMERAL
            + ")(?!\\d)(?:\\.(?<fraction>\\d{1,3})(?!\\d)"
            + "|点(?<spokenFraction>\\d{1,3}|[" + ChineseNumeral.DIGIT_CHARACTERS + "]{1,3})" + NO_NUMBER_BEHIND + ")?"
            + "\\s?(?<unit>公里|千米|KM)?"
            + "(?:(?<=公里|千米)(?<half>半)(?![个小天路夜年])"
            + "|\\s?(?<plus>[+加])\\s?(?<metres>\\d{1,3}(?!\\d)|" + NUMERAL + ")(?:\\s?米)?"
            + "|\\s?又?(?<spokenMetres>\\d{1,3}|" + NUMERAL + ")\\s?米"
            + "|(?<=公里|千米)(?<bareMetres>\\d{3}(?!\\d)|[一二两三四五六七八九]百[" + ChineseNumeral.CHARACTERS
            + "]{0,3})(?![\\p{IsHan}&&[^处往向桩的]]))?"
            + "(?<at>处|桩(?!号))?");

    /** Words before a number of kilometres that make it a distance. */
    private static final Pattern DISTANCE_BEFORE =
            Pattern.compile("(?:还有|还剩|离|距|相距|大约|大概|差不多|走了|开了|跑了|再走|再开|前方|前面|后面|不到|超过)\\p{IsHan}{0,6}$");

    /** Words after it that do. */
    private static final Pattern DISTANCE_AFTER = Pattern.compile("^\\s?(?:远|外|之外|以外|左右|多|长|路|后|前|以后|之后|以前|之前|范围)");

    private ReadsToldPlace() {}

    /** What the words say; each part may be absent. */
    record Reading(
            @Nullable String highway,
            @Nullable String direction,
            @Nullable Integer postMeters) {}

    static Reading read(String words) {
        var text = withoutMixedNumbers(
                Normalizer.normalize(words, Normalizer.Form.NFKC).toUpperCase(Locale.ROOT));
        var highway = highway(text);
        return new Reading(highway, direction(text), post(text, highway != null));
    }

    /** Whether a road is told by its number, such as {@code G30}, and not by a name. */
    static boolean isNumber(String highway) {
        return highway.matches("[GSXY]\\d{1,4}");
    }

    private static String withoutMixedNumbers(String text) {
        return MIXED.matcher(text).replaceAll(digit -> ChineseNumeral.ofDigit(digit.group(1)));
    }

    private static @Nullable String highway(String text) {
        var code = ROAD_CODE.matcher(text);
        while (code.find()) {
            var number = ChineseNumeral.roadNumber(code.group(2));
            if (number.isPresent()) {
                return code.group(1) + number.get();
            }
        }
        var numbered = NUMBERED_ROAD.matcher(text);
        while (numbered.find()) {
            var number = numbered.group("before") == null ? numbered.group("after") : numbered.group("before");
            if (number != null) {
                return letterOf(numbered.group("kind"))
                        + ChineseNumeral.roadNumber(number).orElseThrow();
            }
        }
        return firstGroup(NAMED_ROAD, text);
    }

    private static String letterOf(String kindOfRoad) {
        return switch (kindOfRoad) {
            case "国道" -> "G";
            case "省道" -> "S";
            default -> "X";
        };
    }

    private static @Nullable String direction(String text) {
        var compass = firstGroup(COMPASS, text);
        if (compass != null) {
            return compass;
        }
        var towards = firstGroup(TOWARDS, text);
        if (towards != null) {
            return towards;
        }
        var direction = firstGroup(DIRECTION, text);
        return direction == null ? firstGroup(TOWARDS_ONLY, text) : direction;
    }

    /** A number is a post by its mark; one that has only its unit is a post unless the words make it a distance. */
    private static @Nullable Integer post(String text, boolean isOnRoad) {
        var posts = new HashSet<Integer>();
        var matcher = POST.matcher(text);
        while (matcher.find()) {
            if (isMarked(matcher) || isSaidAsPost(matcher, text, isOnRoad)) {
                metres(matcher).ifPresent(posts::add);
            }
        }
        return posts.size() == 1 ? posts.iterator().next() : null;
    }

    private static boolean isMarked(Matcher post) {
        return post.group("mark") != null || post.group("plus") != null || post.group("at") != null;
    }

    /** "九百八十五公里三百米", and on a road that was named "985 公里" too; never "还有 3 公里". */
    private static boolean isSaidAsPost(Matcher post, String text, boolean isOnRoad) {
        boolean hasMetres = post.group("spokenMetres") != null || post.group("bareMetres") != null;
        return post.group("unit") != null
                && (hasMetres || isOnRoad)
                && !DISTANCE_BEFORE.matcher(text.substring(0, post.start())).find()
                && !DISTANCE_AFTER.matcher(text.substring(post.end())).find();
    }

    private static OptionalInt metres(Matcher post) {
        var kilometres = number(post.group("km"));
        var metres = beyond(post);
        if (kilometres.isEmpty() || metres.isEmpty() || metres.getAsInt() > 999) {
            return OptionalInt.empty();
        }
        return OptionalInt.of(kilometres.getAsInt() * 1000 + metres.getAsInt());
    }

    /** The metres beyond the kilometre. */
    private static OptionalInt beyond(Matcher post) {
        if (post.group("half") != null) {
            return OptionalInt.of(500);
        }
        return Stream.of("metres", "spokenMetres", "bareMetres")
                .map(post::group)
                .filter(Objects::nonNull)
                .findFirst()
                .map(ReadsToldPlace::number)
                .orElseGet(() -> fraction(post));
    }

    /** The digits behind the point of {@code 985.3} and {@code 九百八十五点三}, as metres. */
    private static OptionalInt fraction(Matcher post) {
        var digits = Stream.of("fraction", "spokenFraction")
                .map(post::group)
                .filter(Objects::nonNull)
                .findFirst()
                .flatMap(ChineseNumeral::roadNumber)
                .orElse("");
        return OptionalInt.of(Integer.parseInt((digits + "000").substring(0, 3)));
    }

    private static OptionalInt number(String words) {
        return Character.isDigit(words.charAt(0))
                ? OptionalInt.of(Integer.parseInt(words))
                : ChineseNumeral.read(words);
    }

    private static @Nullable String firstGroup(Pattern pattern, String text) {
        var matcher = pattern.matcher(text);
        return matcher.find() ? matcher.group(1) : null;
    }
}
