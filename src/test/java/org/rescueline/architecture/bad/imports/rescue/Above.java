package org.rescueline.architecture.bad.imports.rescue;

/** What must not be known from below. */
public class Above {}
