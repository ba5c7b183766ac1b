package org.rescueline.telephony.internal.ledger;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.rescueline.security.SecurityService;

/** Operators as the security room knows them. */
@ApplicationScoped
class OperatorsBySecurity implements FindsOperator {

    private final SecurityService security;

    OperatorsBySecurity(SecurityService security) {
        this.security = security;
    }

    @Override
    public Uni<Optional<Operator>> at(String extension) {
        return security.findByExtension(extension)
                .map(found -> found.map(user -> new Operator(user.id(), user.displayName())));
    }
}
