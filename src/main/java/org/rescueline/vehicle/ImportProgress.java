package org.rescueline.vehicle;

/**
 * How far the taking of a file is.
 *
 * @param written rows written so far; they count only when all are
 * @param total rows to write
 */
public record ImportProgress(int written, int total) {}
