package org.rescueline.shared.table;

import java.util.List;

/**
 * A table of text.
 *
 * @param headings the first row
 */
public record Table(List<String> headings, List<Row> rows) {

    public Table {
        headings = List.copyOf(headings);
        rows = List.copyOf(rows);
    }

    /**
     * A row below the headings.
     *
     * @param number as the spreadsheet shows it; the headings stand in row 1
     * @param cells stripped; may be fewer than there are headings
     */
    public record Row(int number, List<String> cells) {

        public Row {
            cells = List.copyOf(cells);
        }

        /** The cell of a column, empty when the row ends before it. */
        public String cell(int column) {
            return column < 0 || column >= cells.size() ? "" : cells.get(column);
        }

        /** Whether there is nothing in it. */
        public boolean isBlank() {
            return cells.stream().allMatch(String::isEmpty);
        }
    }
}
