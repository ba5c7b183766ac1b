package org.rescueline.telephony.internal.cel;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One line of the file that Asterisk writes besides the table (cel_custom.conf): 19 fields, each in quotes, a quote
 * inside doubled (RFC 4180). The first is seconds since the epoch with six digits behind the point.
 */
final class CelFileLine {

    /** The table's columns in the order of the file. */
    static final List<String> COLUMNS = List.of(
            "eventtime",
            "eventtype",
            "cid_name",
            "cid_num",
            "cid_ani",
            "cid_rdnis",
            "cid_dnid",
            "exten",
            "context",
            "channame",
            "appname",
            "appdata",
            "accountcode",
            "peeraccount",
            "uniqueid",
            "linkedid",
            "userfield",
            "peer",
            "extra");

    private CelFileLine() {}

    /** The fields of a line; empty when it is not one, for instance because Asterisk died while writing it. */
    static Optional<List<String>> parse(String line) {
        var fields = new ArrayList<String>(COLUMNS.size());
        int at = 0;
        while (at < line.length()) {
            if (line.charAt(at) != '"') {
                return Optional.empty();
            }
            var field = new StringBuilder();
            at = unquote(line, at + 1, field);
            if (at < 0) {
                return Optional.empty();
            }
            fields.add(field.toString());
            if (at < line.length() && line.charAt(at) != ',') {
                return Optional.empty();
            }
            at++;
        }
        boolean isWhole = fields.size() == COLUMNS.size() && fields.get(0).matches("[0-9]{1,12}(\\.[0-9]{1,9})?");
        return isWhole ? Optional.of(fields) : Optional.empty();
    }

    /** The instant in the first field. */
    static Instant instantOf(List<String> fields) {
        var seconds = new BigDecimal(fields.get(0));
        long whole = seconds.longValue();
        long nanos =
                seconds.subtract(BigDecimal.valueOf(whole)).movePointRight(9).longValue();
        return Instant.ofEpochSecond(whole, nanos);
    }

    /** Reads up to the closing quote; the index behind it, or -1 when there is none. */
    private static int unquote(String line, int from, StringBuilder into) {
        int at = from;
        while (at < line.length()) {
            char next = line.charAt(at++);
            if (next != '"') {
                into.append(next);
            } else if (at < line.length() && line.charAt(at) == '"') {
                into.append('"');
                at++;
            } else {
                return at;
            }
        }
        return -1;
    }
}
