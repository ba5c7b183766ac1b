package org.rescueline.report.internal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.rescueline.report.Definition;
import org.rescueline.report.ReportConfig;
import org.rescueline.shared.Messages;

/** What each figure means, in the words of the message bundle, with the configured times filled in. */
final class Definitions {

    private static final List<String> FIGURES = List.of(
            "offered",
            "answered",
            "abandoned",
            "shortAbandoned",
            "callbackRequested",
            "serviceLevel",
            "averageAnswerSeconds",
            "averageHandleSeconds",
            "transfers",
            "talkSeconds",
            "waiting",
            "longestWaitSeconds",
            "halfHours",
            "operators");

    private Definitions() {}

    static Map<String, Definition> of(ReportConfig config) {
        var arguments = Map.of("shortAbandonSeconds", config.shortAbandon().toSeconds(), "zone", config.zone());
        var definitions = new LinkedHashMap<String, Definition>();
        for (var figure : FIGURES) {
            var code = "report.definition." + figure;
            definitions.put(
                    figure,
                    new Definition(
                            Messages.text(code, arguments, Locale.CHINESE),
                            Messages.text(code, arguments, Locale.ENGLISH)));
        }
        return definitions;
    }
}
