package org.rescueline.station;

import java.util.UUID;

/** A regional office that supervises stations. */
public record OfficeView(UUID id, String code, String name) {}
