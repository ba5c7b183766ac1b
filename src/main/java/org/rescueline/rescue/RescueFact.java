package org.rescueline.rescue;

/** News of a rescue job, published after commit; subscribe to this to hear all of it. */
public sealed interface RescueFact
        permits RescueRequested, JobAssigned, JobAdvanced, JobBlocked, LongTripApproved, RankingShown, PromiseBroken {

    /** The job as it stands afterwards. */
    RescueJobView job();
}
