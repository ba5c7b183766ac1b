package org.rescueline.telephony;

import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/** What can be told about recordings: {@code rescueline.telephony.recordings.*}. */
public interface RecordingSettings {

    /**
     * The directory into which each switch writes its recordings, by the switch's name, as this service sees it. Without
     * an entry nothing is fetched from that switch and its files stay where they are.
     */
    Map<String, Path> spool();

    /** Where recordings are kept: one directory for each day, on a disk that is not the switch's. */
    @WithDefault("data/recordings")
    Path store();

    /** How long a file must not have changed, after the ledger has seen its channel end, before it is fetched. */
    @WithDefault("PT10S")
    Duration settled();

    /**
     * The same for a file whose channel the ledger does not know (yet). Long, because a call may be on hold while the
     * ledger is behind, and a file that is fetched too early loses its rest.
     */
    @WithDefault("PT2H")
    Duration settledWithoutCall();

    /** How often the spools are looked into: a number with {@code s}, {@code m} or {@code h}, or {@code off}. */
    @WithDefault("10s")
    String fetchEvery();

    /** How often it is looked whose retention is over, in the same words. */
    @WithDefault("1h")
    String removeEvery();

    /** How long one round of fetching may take; what is left is for the next. */
    @WithDefault("PT10M")
    Duration roundDeadline();

    /** How long a recording is kept when nobody holds it. */
    @WithDefault("P180D")
    Duration retention();

    /** Whether an operator may listen to the calls that he or she had; supervisors may to all. */
    @WithDefault("true")
    boolean operatorsHearTheirOwn();

    /** The same person asking for more of the same recording within this time is one listening in the audit. */
    @WithDefault("PT30M")
    Duration sameListening();
}
