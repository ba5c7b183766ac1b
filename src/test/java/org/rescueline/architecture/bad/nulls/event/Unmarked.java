package org.rescueline.architecture.bad.nulls.event;

/** A class in a package without a mark. */
class Unmarked {}
