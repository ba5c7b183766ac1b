package org.rescueline.telephony;

/** Fact: a supervisor joins a call, is in it, or has left it. */
public record SupervisionChanged(SupervisionView supervision) {}
