package org.rescueline.demo;

/**
 * A prefecture of the demo's map; its position is the middle of its area, which is near enough for a demonstration.
 *
 * @param code the six-digit division code of GB/T 2260
 * @param latitude degrees north, WGS-84
 * @param longitude degrees east, WGS-84
 */
public record City(String code, String name, String province, double latitude, double longitude) {}
