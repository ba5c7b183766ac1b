package org.rescueline.shared.table;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.rescueline.shared.Failure;

/**
 * Reads and writes tables. Blocks for as long as the file is big: call it from a worker.
 *
 * <p>A cell that a spreadsheet would take for a formula is written with an apostrophe in front in CSV, and is text in
 * XLSX: the names in it were typed by strangers.
 */
public final class TableFile {

    /** More rows than that are cut into several files. */
    public static final int MOST_ROWS = 20_000;

    private static final int MOST_COLUMNS = 100;

    private TableFile() {}

    /**
     * The table of a file. Blank rows are left out, the numbers of the others stay.
     *
     * @throws Failure INVALID {@code shared.table-unreadable}, {@code shared.table-empty}, {@code shared.table-too-long}
     */
    public static Table read(TableFormat format, byte[] content) {
        var rows = rows(format, content);
        if (rows.isEmpty()) {
            throw Failure.invalid("file", "shared.table-empty");
        }
        if (rows.size() > MOST_ROWS + 1) {
            throw Failure.invalid("file", "shared.table-too-long", Map.of("max", MOST_ROWS));
        }
        return new Table(rows.get(0).cells(), rows.subList(1, rows.size()));
    }

    /** The file of a table. */
    public static byte[] write(TableFormat format, Table table) {
        return switch (format) {
            case CSV -> CsvTable.write(table);
            case XLSX -> XlsxTable.write(table);
        };
    }

    private static List<Table.Row> rows(TableFormat format, byte[] content) {
        try {
            return switch (format) {
                case CSV -> CsvTable.read(content, MOST_ROWS + 2);
                case XLSX -> XlsxTable.read(content, MOST_ROWS + 2, MOST_COLUMNS);
            };
        } catch (IOException e) {
            throw Failure.invalid("file", "shared.table-unreadable", Map.of("format", format.name()));
        }
    }
}
