package org.rescueline.architecture.bad.inside.station.internal;

/** Nobody else's business. */
public class Secret {}
