package org.rescueline.geo;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.impl.PackedCoordinateSequence;

/**
 * The counties as {@code scripts/place-names.mjs} of the console writes them; the format is told there. Each border
 * stands in it once and is put together here for both its neighbours.
 */
record CountyFile(String source, List<County> counties) {

    private static final String MAGIC = "RLPLACE1";
    private static final double STEPS_PER_DEGREE = 100_000;

    static CountyFile read(InputStream packed) throws IOException {
        try (var unpacked = new GZIPInputStream(packed)) {
            return new Reader(new ByteArrayInputStream(unpacked.readAllBytes())).read();
        }
    }

    private static final class Reader {

        private final ByteArrayInputStream in;
        private final List<int[]> borders = new ArrayList<>();

        Reader(ByteArrayInputStream in) {
            this.in = in;
        }

        CountyFile read() throws IOException {
            if (!MAGIC.equals(new String(in.readNBytes(MAGIC.length()), StandardCharsets.US_ASCII))) {
                throw new IOException("this is no file of counties");
            }
            var source = text();
            var names = readNames();
            readBorders();
            int count = number();
            var counties = new ArrayList<County>(count);
            for (int i = 0; i < count; i++) {
                var code = "%06d".formatted(number());
                var name = new PlaceName(code, names.get(number()), names.get(number()), names.get(number()));
                counties.add(new County(name, polygons()));
            }
            return new CountyFile(source, counties);
        }

        private List<String> readNames() throws IOException {
            int count = number();
            var names = new ArrayList<String>(count);
            for (int i = 0; i < count; i++) {
                names.add(text());
            }
            return names;
        }

        /** Each border as longitude, latitude, longitude … in steps. */
        private void readBorders() throws IOException {
            int count = number();
            int longitude = 0;
            int latitude = 0;
            for (int i = 0; i < count; i++) {
                var border = new int[2 * number()];
                for (int at = 0; at < border.length; at += 2) {
                    longitude += signed();
                    latitude += signed();
                    border[at] = longitude;
                    border[at + 1] = latitude;
                }
                borders.add(border);
            }
        }

        private List<List<CoordinateSequence>> polygons() throws IOException {
            int count = number();
            var polygons = new ArrayList<List<CoordinateSequence>>(count);
            for (int i = 0; i < count; i++) {
                int rings = number();
                var polygon = new ArrayList<CoordinateSequence>(rings);
                for (int ring = 0; ring < rings; ring++) {
                    polygon.add(ring());
                }
                polygons.add(List.copyOf(polygon));
            }
            return List.copyOf(polygons);
        }

        /** Borders one after the other; where one begins, the one before has ended, and that point is taken once. */
        private CoordinateSequence ring() throws IOException {
            var parts = new int[number()];
            int points = 1;
            for (int i = 0; i < parts.length; i++) {
                parts[i] = signed();
                points += borders.get(parts[i] < 0 ? ~parts[i] : parts[i]).length / 2 - 1;
            }
            var degrees = new double[2 * points];
            int filled = 0;
            for (int part : parts) {
                filled = append(part, degrees, filled) - 2;
            }
            return new PackedCoordinateSequence.Double(degrees, 2, 0);
        }

        private int append(int part, double[] degrees, int from) {
            var border = borders.get(part < 0 ? ~part : part);
            int filled = from;
            for (int at = 0; at < border.length; at += 2) {
                int taken = part < 0 ? border.length - 2 - at : at;
                degrees[filled++] = border[taken] / STEPS_PER_DEGREE;
                degrees[filled++] = border[taken + 1] / STEPS_PER_DEGREE;
            }
            return filled;
        }

        private String text() throws IOException {
            return new String(in.readNBytes(number()), StandardCharsets.UTF_8);
        }

        private int signed() throws IOException {
            int number = number();
            return (number >>> 1) ^ -(number & 1);
        }

        private int number() throws IOException {
            int number = 0;
            for (int shift = 0; shift < Integer.SIZE; shift += 7) {
                int part = in.read();
                if (part < 0) {
                    throw new IOException("the file of counties ends too early");
                }
                number |= (part & 0x7f) << shift;
                if (part < 0x80) {
                    return number;
                }
            }
            throw new IOException("the file of counties holds a number that is too long");
        }
    }
}
