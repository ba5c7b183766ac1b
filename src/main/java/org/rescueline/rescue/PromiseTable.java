package org.rescueline.rescue;

import java.util.List;

/** The promises, read from the top: the first row that fits counts. */
public record PromiseTable(List<PromiseRule> rules, long version) {

    public PromiseTable {
        rules = List.copyOf(rules);
    }
}
