package org.rescueline.geo;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads a road reference file; its format is told in the package's {@code package.md}. Every line that cannot be
 * believed is named, and one is enough to refuse the file: a post in the wrong place sends a van to the wrong place.
 */
final class RoadFile {

    private static final List<String> COLUMNS =
            List.of("kind", "road", "post", "latitude", "longitude", "carriageway", "name");
    private static final Pattern POST = Pattern.compile("K?(\\d{1,4})(?:\\+(\\d{3}))?");
    private static final Pattern CODE = Pattern.compile("[GSXY]\\d{1,4}");

    /** Between two posts no straight line is longer than the road; this allows for where exactly the posts stand. */
    private static final double SHARE_ALLOWED = 1.05;

    private static final int METERS_ALLOWED = 200;

    private final List<String> problems = new ArrayList<>();
    private final Map<String, Draft> roads = new LinkedHashMap<>();
    private String source = "";

    private RoadFile() {}

    /**
     * The roads of a file.
     *
     * @throws IllegalArgumentException naming every bad line
     */
    static RoadReference read(List<String> lines) {
        var file = new RoadFile();
        for (int i = 0; i < lines.size(); i++) {
            file.take(i + 1, lines.get(i).strip());
        }
        return file.finish();
    }

    private void take(int number, String line) {
        if (line.isEmpty() || line.startsWith("#") || line.equals(String.join(",", COLUMNS))) {
            return;
        }
        var cells = line.split(",", COLUMNS.size());
        if (cells.length < COLUMNS.size()) {
            problems.add("line " + number + ": it has " + cells.length + " columns instead of " + COLUMNS.size());
            return;
        }
        var row = new Row(number, Stream.of(cells).map(String::strip).toList());
        switch (row.cell("kind")) {
            case "source" -> source = row.cell("name");
            case "road" -> road(row).ifNamed(row.cell("name"));
            case "town" -> road(row).towns.put(row.post(), row.required("name"));
            case "post" -> post(row);
            default -> row.problem("the kind is not source, road, town or post");
        }
    }

    private Draft road(Row row) {
        var code = row.cell("road").toUpperCase(Locale.ROOT);
        if (!CODE.matcher(code).matches()) {
            row.problem("the road is not a number such as G30");
        }
        return roads.computeIfAbsent(code, Draft::new);
    }

    private void post(Row row) {
        var side =
                switch (row.cell("carriageway")) {
                    case "" -> Side.BOTH;
                    case "+" -> Side.INCREASING;
                    case "-" -> Side.DECREASING;
                    default -> {
                        row.problem("the carriageway is not +, - or empty");
                        yield Side.BOTH;
                    }
                };
        var latitude = row.degrees("latitude", 90);
        var longitude = row.degrees("longitude", 180);
        int post = row.post();
        if (latitude == null || longitude == null || post < 0) {
            return;
        }
        var before = road(row).posts(side).put(post, new Located(row.number, new WgsPoint(latitude, longitude)));
        if (before != null) {
            row.problem("the same post stands in line " + before.line);
        }
    }

    private RoadReference finish() {
        if (source.isEmpty() && !roads.isEmpty()) {
            problems.add("the file does not say what it is made from: a line of the kind source is missing");
        }
        roads.values().forEach(draft -> draft.check(problems));
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(
                    "The road file has " + problems.size() + " bad lines. " + String.join("; ", problems));
        }
        return new RoadReference(
                source, roads.values().stream().map(Draft::road).toList());
    }

    /** Which carriageway a row speaks of. */
    private enum Side {
        BOTH,
        INCREASING,
        DECREASING
    }

    private record Located(int line, WgsPoint place) {}

    /** A road while its lines come in, in any order. */
    private static final class Draft {

        private final String code;
        private final List<String> names = new ArrayList<>();
        private final Map<Side, TreeMap<Integer, Located>> posts = new EnumMap<>(Side.class);
        private final Map<Integer, String> towns = new TreeMap<>();

        Draft(String code) {
            this.code = code;
        }

        void ifNamed(String text) {
            Stream.of(text.split("\\|"))
                    .map(String::strip)
                    .filter(name -> !name.isEmpty())
                    .forEach(names::add);
        }

        TreeMap<Integer, Located> posts(Side side) {
            return posts.computeIfAbsent(side, key -> new TreeMap<>());
        }

        void check(List<String> problems) {
            if (posts.values().stream().noneMatch(line -> line.size() > 1)) {
                problems.add("road " + code + " has fewer than two posts on one line");
            }
            posts.values().forEach(line -> check(line, problems));
        }

        private static void check(TreeMap<Integer, Located> line, List<String> problems) {
            Integer before = null;
            for (var entry : line.entrySet()) {
                if (before != null) {
                    int along = entry.getKey() - before;
                    var former = Objects.requireNonNull(line.get(before));
                    double straight = Geodesic.distanceMeters(
                            former.place(), entry.getValue().place());
                    if (straight > along * SHARE_ALLOWED + METERS_ALLOWED) {
                        problems.add(
                                "line %d: the post lies %.0f m from that of line %d, but %d m of road are between them"
                                        .formatted(entry.getValue().line(), straight, former.line(), along));
                    }
                }
                before = entry.getKey();
            }
        }

        Road road() {
            var lines = new EnumMap<Carriageway, RoadLine>(Carriageway.class);
            var increasing = line(Side.INCREASING, Side.BOTH, Side.DECREASING);
            var decreasing = line(Side.DECREASING, Side.BOTH, Side.INCREASING);
            lines.put(Carriageway.INCREASING, new RoadLine(increasing));
            lines.put(
                    Carriageway.DECREASING,
                    increasing.equals(decreasing)
                            ? Objects.requireNonNull(lines.get(Carriageway.INCREASING))
                            : new RoadLine(decreasing));
            return new Road(code, names, lines, towns);
        }

        /** The first of these that makes a line. */
        private List<SurveyedPost> line(Side... wanted) {
            return Stream.of(wanted)
                    .map(this::posts)
                    .filter(line -> line.size() > 1)
                    .findFirst()
                    .orElseThrow()
                    .entrySet()
                    .stream()
                    .map(entry ->
                            new SurveyedPost(entry.getKey(), entry.getValue().place()))
                    .toList();
        }
    }

    /** One line of the file. */
    private final class Row {

        private final int number;
        private final List<String> cells;

        Row(int number, List<String> cells) {
            this.number = number;
            this.cells = cells;
        }

        String cell(String column) {
            return cells.get(COLUMNS.indexOf(column));
        }

        String required(String column) {
            if (cell(column).isEmpty()) {
                problem("the " + column + " is missing");
            }
            return cell(column);
        }

        /** Metres; −1 when it is no post. */
        int post() {
            var post = POST.matcher(cell("post").toUpperCase(Locale.ROOT));
            if (!post.matches()) {
                problem("the post is not written like K985+300");
                return -1;
            }
            int meters = post.group(2) == null ? 0 : Integer.parseInt(post.group(2));
            return Integer.parseInt(post.group(1)) * 1000 + meters;
        }

        @Nullable
        Double degrees(String column, int bound) {
            try {
                double degrees = Double.parseDouble(cell(column));
                if (Math.abs(degrees) <= bound) {
                    return degrees;
                }
            } catch (NumberFormatException e) {
                // Said below, in the same words as a number out of range.
            }
            problem("the " + column + " is not a number of degrees");
            return null;
        }

        void problem(String what) {
            problems.add("line " + number + ": " + what);
        }
    }
}
