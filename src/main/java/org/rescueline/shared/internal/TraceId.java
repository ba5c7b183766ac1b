package org.rescueline.shared.internal;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.rescueline.shared.Ids;

/** The number under which a failure stands in our log and in the caller's answer. */
public final class TraceId {

    /** W3C Trace Context, section 3.2: version, trace id, parent id, flags. */
    private static final Pattern TRACE_PARENT =
            Pattern.compile("[0-9a-f]{2}-([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}.*");

    private TraceId() {}

    /** The caller's own trace id when it brings one, else a new one. */
    public static String of(@Nullable String traceParent) {
        if (traceParent != null) {
            var match = TRACE_PARENT.matcher(traceParent);
            if (match.matches()) {
                return match.group(1);
            }
        }
        return Ids.next().toString().replace("-", "");
    }
}
