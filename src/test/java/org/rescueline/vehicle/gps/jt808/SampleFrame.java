package org.rescueline.vehicle.gps.jt808;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/**
 * One file of {@code src/test/resources/jt808/frames}: its story behind {@code #}, the bytes on the wire in hex, a line
 * {@code ---}, and what must be read from them as {@code key=value}.
 */
record SampleFrame(String name, byte[] wire, List<String> expected) {
    private static final Path FOLDER = Path.of("src/test/resources/jt808/frames");

    static Stream<SampleFrame> all() {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files
                    .filter(file -> file.toString().endsWith(".frame"))
                    .sorted()
                    .map(SampleFrame::read)
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static SampleFrame read(Path file) {
        try {
            List<String> lines = Files.readAllLines(file).stream()
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .toList();
            int rule = lines.indexOf("---");
            String hex = String.join("", lines.subList(0, rule)).replace(" ", "");
            return new SampleFrame(
                    file.getFileName().toString(),
                    HexFormat.of().parseHex(hex),
                    List.copyOf(lines.subList(rule + 1, lines.size())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
