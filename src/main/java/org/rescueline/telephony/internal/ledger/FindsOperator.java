package org.rescueline.telephony.internal.ledger;

import io.smallrye.mutiny.Uni;
import java.util.Optional;
import java.util.UUID;

/** Knows who sits at an extension. */
public interface FindsOperator {

    /** An operator. */
    record Operator(UUID id, String name) {}

    /** Who is signed in at, or owns, this extension now. */
    Uni<Optional<Operator>> at(String extension);
}
