package org.rescueline.report;

/** What a figure means, printed beside it, in Chinese and English. */
public record Definition(String zh, String en) {}
