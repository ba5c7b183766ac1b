package org.rescueline.telephony.internal.agi;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rescueline.telephony.RoutingQuestion;

/** The header lines with which the switch opens a FastAGI connection. */
final class AgiRequest {

    private final Map<String, String> values = new HashMap<>();

    AgiRequest(List<String> lines) {
        for (var line : lines) {
            int colon = line.indexOf(':');
            if (colon > 0) {
                values.put(
                        line.substring(0, colon).strip(),
                        line.substring(colon + 1).strip());
            }
        }
    }

    /** What the switch wants to know. */
    RoutingQuestion question() {
        return new RoutingQuestion(
                values.getOrDefault("agi_uniqueid", ""),
                number(values.getOrDefault("agi_callerid", "")),
                number(values.getOrDefault("agi_extension", "")));
    }

    private static @Nullable String number(String told) {
        return told.matches("\\+?[0-9]{1,20}") ? told : null;
    }
}
