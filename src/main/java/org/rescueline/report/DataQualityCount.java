package org.rescueline.report;

/** How many stand on a work list. */
public record DataQualityCount(DataQualityList list, long count) {}
