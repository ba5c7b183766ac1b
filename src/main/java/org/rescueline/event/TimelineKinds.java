package org.rescueline.event;

/** The kinds of timeline line that this room writes itself; rooms above add their own. */
public final class TimelineKinds {

    /** A draft was begun; argument {@code source}. */
    public static final String EVENT_DRAFTED = "EVENT_DRAFTED";

    /** The draft was taken on. */
    public static final String EVENT_OPENED = "EVENT_OPENED";

    /** Fields were changed; argument {@code fields}, a map from field to its new value. */
    public static final String EVENT_EDITED = "EVENT_EDITED";

    /** The story, as far as it was written; argument {@code story}. */
    public static final String STORY_WRITTEN = "STORY_WRITTEN";

    /** The case was closed; arguments {@code story} and {@code reason}. */
    public static final String EVENT_CLOSED = "EVENT_CLOSED";

    /** The priority table decided; arguments {@code priority}, {@code version}, {@code row}. */
    public static final String PRIORITY_DECIDED = "PRIORITY_DECIDED";

    /** A call came to belong to the case; arguments {@code callId}, {@code automatic}. */
    public static final String CALL_ATTACHED = "CALL_ATTACHED";

    /** A call was taken out of the case; arguments {@code callId}, {@code eventNumber} of the case it went to. */
    public static final String CALL_SEPARATED = "CALL_SEPARATED";

    /** A person answered; arguments {@code callId}, {@code waitSeconds}. */
    public static final String CALL_ANSWERED = "CALL_ANSWERED";

    /** A call was over; arguments {@code callId}, {@code talkSeconds}. */
    public static final String CALL_ENDED = "CALL_ENDED";

    /** A driver pressed SOS; argument {@code terminalPhone}. */
    public static final String SOS_RAISED = "SOS_RAISED";

    /** The same truck's SOS came again while its case was unfinished. */
    public static final String SOS_REPEATED = "SOS_REPEATED";

    /** The same truck has another case within 24 h; argument {@code eventNumber}. */
    public static final String REPEAT_FLAGGED = "REPEAT_FLAGGED";

    /** Told place and fix lie further apart than the alarm; {@code straightLineMeters}, {@code alongRoadMeters} if known. */
    public static final String PLACE_DISAGREES = "PLACE_DISAGREES";

    private TimelineKinds() {}
}
