package org.rescueline.callback;

/** A callback was owed, claimed, dialled, judged or settled. Published after commit. */
public record CallbackChanged(CallbackView callback) {}
