package org.rescueline.shared.table;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The kinds of file a table is kept in. */
public enum TableFormat {
    /** Comma-separated, UTF-8 with a mark in front, so that spreadsheets show Chinese rightly. */
    CSV("text/csv; charset=UTF-8"),
    /** Office Open XML. */
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private final String mediaType;

    TableFormat(String mediaType) {
        this.mediaType = mediaType;
    }

    /** What HTTP calls it. */
    public String mediaType() {
        return mediaType;
    }

    /** What ends a file's name, without the dot. */
    public String extension() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The format by a file's name or its ending alone. */
    public static Optional<TableFormat> of(String name) {
        var ending = name.substring(name.lastIndexOf('.') + 1).strip().toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(format -> format.extension().equals(ending))
                .findFirst();
    }
}
