package org.rescueline.vehicle;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rescueline.shared.FieldProblem;

/**
 * What a file of vehicles would do to the register, or did.
 *
 * @param rows with something in them
 * @param added vehicles that are new
 * @param changed vehicles of which something changes
 * @param unchanged vehicles that are in the register as they stand in the file
 * @param badRows all that cannot be taken, each with everything that is wrong with it
 * @param ignoredHeadings columns nobody knows
 * @param takenAt null while nothing was taken
 */
public record ImportReport(
        UUID id,
        String fileName,
        int rows,
        int added,
        int changed,
        int unchanged,
        List<BadRow> badRows,
        List<String> ignoredHeadings,
        @Nullable Instant takenAt) {

    public ImportReport {
        badRows = List.copyOf(badRows);
        ignoredHeadings = List.copyOf(ignoredHeadings);
    }

    /**
     * A row that cannot be taken.
     *
     * @param row as the spreadsheet numbers it
     * @param name its plate or VIN, as it stands there
     */
    public record BadRow(int row, String name, List<FieldProblem> problems) {
        public BadRow {
            problems = List.copyOf(problems);
        }
    }
}
