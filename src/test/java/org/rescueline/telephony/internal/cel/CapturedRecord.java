package org.rescueline.telephony.internal.cel;

import java.util.List;
import java.util.Optional;
import org.rescueline.telephony.internal.fold.LegReport;
import org.rescueline.telephony.manager.CapturedCase;

/** What our reader finds in the record that Asterisk wrote of a captured case. */
public final class CapturedRecord {

    private CapturedRecord() {}

    /** The reports in the order of the record. */
    public static List<LegReport> of(CapturedCase captured) {
        return captured.recordLines().stream()
                .map(line -> CelFileLine.parse(line).orElseThrow())
                .map(CapturedRecord::row)
                .map(ReadsCel::read)
                .flatMap(Optional::stream)
                .toList();
    }

    private static CelRow row(List<String> fields) {
        return new CelRow(
                CelFileLine.instantOf(fields),
                column(fields, "eventtype"),
                column(fields, "cid_num"),
                column(fields, "exten"),
                column(fields, "channame"),
                column(fields, "appname"),
                column(fields, "uniqueid"),
                column(fields, "linkedid"),
                column(fields, "extra"));
    }

    private static String column(List<String> fields, String name) {
        return fields.get(CelFileLine.COLUMNS.indexOf(name));
    }
}
