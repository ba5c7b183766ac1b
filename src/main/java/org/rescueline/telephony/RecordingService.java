package org.rescueline.telephony;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.UUID;
import org.rescueline.security.Viewer;

/**
 * Recordings of calls. Supervisors may listen to all, an operator to his or her own when the configuration allows it;
 * anything else fails as DENIED. An unknown recording fails as NOT_FOUND, one that retention removed as NOT_FOUND too.
 */
public interface RecordingService {

    /** The recordings of a call, the oldest first; also those that are no longer there, with the moment they went. */
    Uni<List<RecordingView>> listRecordings(UUID callId, Viewer viewer);

    /** How loud it is over its length. */
    Uni<WaveformView> getWaveform(UUID id, Viewer viewer);

    /** The sound. The listening stands in the audit before the first byte leaves; it fails when it cannot be noted. */
    Uni<RecordedSound> listen(UUID id, Viewer viewer);

    /**
     * Suspends retention. Fails as CONFLICT when it is held already.
     *
     * @param reason 1 to 500 characters
     */
    Uni<RecordingView> hold(UUID id, String reason, Viewer by);

    /** Lets retention go on. Fails as CONFLICT when nobody holds it. */
    Uni<RecordingView> release(UUID id, String reason, Viewer by);
}
