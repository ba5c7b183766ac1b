package org.rescueline.vehicle.web;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rescueline.shared.FieldProblem;
import org.rescueline.shared.Messages;
import org.rescueline.vehicle.ImportReport;

/**
 * An {@link ImportReport} with its sentences in the reader's language.
 *
 * @see ImportReport for what the figures mean
 */
public record ImportAnswer(
        UUID id,
        String fileName,
        int rows,
        int added,
        int changed,
        int unchanged,
        int bad,
        List<BadRow> badRows,
        List<String> ignoredHeadings,
        @Nullable Instant takenAt) {

    /** A row that cannot be taken, by the number the spreadsheet shows. */
    public record BadRow(int row, String name, List<Problem> problems) {}

    /** What is wrong with one cell. */
    public record Problem(String field, String code, String message) {}

    static ImportAnswer of(ImportReport report, Locale language) {
        return new ImportAnswer(
                report.id(),
                report.fileName(),
                report.rows(),
                report.added(),
                report.changed(),
                report.unchanged(),
                report.badRows().size(),
                report.badRows().stream()
                        .map(row -> new BadRow(
                                row.row(),
                                row.name(),
                                row.problems().stream()
                                        .map(problem -> problem(problem, language))
                                        .toList()))
                        .toList(),
                report.ignoredHeadings(),
                report.takenAt());
    }

    private static Problem problem(FieldProblem problem, Locale language) {
        return new Problem(
                problem.field(), problem.code(), Messages.text(problem.code(), problem.arguments(), language));
    }
}
