package org.rescueline.telephony;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.UUID;
import org.rescueline.shared.Page;
import org.rescueline.shared.PageRequest;
import org.rescueline.shared.PhoneNumber;

/** The front door of the telephone room. */
public interface TelephonyService {

    /** The call with this id; fails as NOT_FOUND when there is none. */
    Uni<CallView> getCall(UUID callId);

    /** Calls, the newest first unless the request says otherwise. */
    Uni<Page<CallView>> listCalls(CallFilter filter, PageRequest page);

    /** How many calls there have been from and to a number, and since when. */
    Uni<CallsOfNumber> countCalls(PhoneNumber number);

    /** Calls that are not over, oldest first. */
    Uni<List<CallView>> listLive();

    /**
     * Orders a call. Not inside a transaction: it talks to the switch. Completes when the switch took or refused the
     * order; the outcome follows as {@link DialEnded}. The same attempt id never rings twice: a repeated order tells
     * what became of the first.
     *
     * <p>Fails as DENIED when the dialling policy does not allow the number.
     */
    Uni<DialAttempt> dial(DialOrder order);

    /** What is known of an attempt; see {@link DialTrace.Kind}. */
    Uni<DialTrace> findDial(UUID attemptId);

    /**
     * Lets the phone at this extension, which must be ringing for this call, go off the hook. Fails as CONFLICT when it
     * does not ring, as UPSTREAM when the switch cannot be reached.
     */
    Uni<Void> answer(UUID callId, String extension);

    /** Ends the call. Does nothing when it is over already; fails as UPSTREAM when the switch cannot be reached. */
    Uni<Void> hangup(UUID callId);

    /**
     * Who sits in the switch's queues now, by queue and extension. Asks the switch; fails as UPSTREAM when it cannot be
     * reached.
     */
    Uni<List<RosterMember>> listRoster();

    /** How fresh the view is, for the page and for health. */
    TelephonyState state();

    /** Attaches a switch in place of the one attached now. Connecting goes on in the background. */
    void attach(PbxAddress address);

    /** Inbound callers who wait for a person. */
    int waitingCalls();
}
