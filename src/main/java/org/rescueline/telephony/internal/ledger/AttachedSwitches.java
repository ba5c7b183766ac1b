package org.rescueline.telephony.internal.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** The names of the switches that are attached. The table {@code cel} holds the record of them all. */
@ApplicationScoped
public class AttachedSwitches {

    private volatile Set<String> names = Set.of();

    /** These are attached now. */
    public void set(Collection<String> attached) {
        names = Set.copyOf(attached);
    }

    /** The others beside this one. */
    public List<String> others(String pbx) {
        return names.stream().filter(name -> !name.equals(pbx)).sorted().toList();
    }
}
