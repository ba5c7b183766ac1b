package org.rescueline.security;

import io.smallrye.mutiny.Uni;

/** Where other rooms note who did what. */
public interface Audits {

    /**
     * Notes the act; done once it is stored. Fails when it cannot be, and then the act must not happen.
     *
     * @param subject what it was done to, and why where a reason is asked for
     */
    Uni<Void> note(Viewer viewer, AuditedAct act, String subject);
}
