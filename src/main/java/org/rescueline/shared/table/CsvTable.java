package org.rescueline.shared.table;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Comma-separated values (RFC 4180), in UTF-8 or, as spreadsheets in China save them, in GB 18030. */
final class CsvTable {

    private static final char MARK = '\uFEFF';
    private static final Charset CHINESE = Charset.forName("GB18030");

    private CsvTable() {}

    static List<Table.Row> read(byte[] content, int mostRows) {
        return new Parser(text(content), mostRows).rows();
    }

    static byte[] write(Table table) {
        var text = new StringBuilder().append(MARK).append(line(table.headings()));
        table.rows().forEach(row -> text.append(line(row.cells())));
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String text(byte[] content) {
        try {
            var text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString();
            return !text.isEmpty() && text.charAt(0) == MARK ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            return new String(content, CHINESE);
        }
    }

    private static String line(List<String> cells) {
        return cells.stream().map(CsvTable::written).collect(Collectors.joining(",", "", "\r\n"));
    }

    private static String written(String cell) {
        var safe = !cell.isEmpty() && "=+-@\t\r".indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
        boolean isPlain = safe.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return isPlain ? safe : '"' + safe.replace("\"", "\"\"") + '"';
    }

    /** One character after the other; a quote that never ends takes the rest of the file into its cell. */
    private static final class Parser {

        private final String text;
        private final int mostRows;
        private final List<Table.Row> rows = new ArrayList<>();
        private final StringBuilder cell = new StringBuilder();
        private List<String> cells = new ArrayList<>();
        private int number = 1;

        Parser(String text, int mostRows) {
            this.text = text;
            this.mostRows = mostRows;
        }

        List<Table.Row> rows() {
            boolean isQuoted = false;
            for (int i = 0; i < text.length() && rows.size() < mostRows; i++) {
                char c = text.charAt(i);
                if (c == '"' && isQuoted && i + 1 < text.length() && text.charAt(i + 1) == '"') {
                    cell.append(c);
                    i++;
                } else if (c == '"' && (isQuoted || cell.isEmpty())) {
                    isQuoted = !isQuoted;
                } else if (isQuoted) {
                    cell.append(c);
                } else if (c == ',') {
                    endCell();
                } else if (c == '\n') {
                    endRow();
                } else {
                    cell.append(c);
                }
            }
            endRow();
            return rows;
        }

        private void endCell() {
            var content = cell.toString().strip();
            // The apostrophe that writing puts before what looks like a formula.
            boolean isGuarded =
                    content.length() > 1 && content.charAt(0) == '\'' && "=+-@".indexOf(content.charAt(1)) >= 0;
            cells.add(isGuarded ? content.substring(1) : content);
            cell.setLength(0);
        }

        private void endRow() {
            endCell();
            var row = new Table.Row(number, cells);
            if (!row.isBlank()) {
                rows.add(row);
            }
            number++;
            cells = new ArrayList<>();
        }
    }
}
