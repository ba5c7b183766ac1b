package org.rescueline.geo;

import java.util.Arrays;
import java.util.Optional;

/** A quarter of the sky as drivers say it, where the signs name no town: "由西向东". */
enum Quarter {
    NORTH("北", 0),
    NORTH_EAST("东北", 45),
    EAST("东", 90),
    SOUTH_EAST("东南", 135),
    SOUTH("南", 180),
    SOUTH_WEST("西南", 225),
    WEST("西", 270),
    NORTH_WEST("西北", 315);

    private final String word;
    private final int courseDegrees;

    Quarter(String word, int courseDegrees) {
        this.word = word;
        this.courseDegrees = courseDegrees;
    }

    /** The quarter that this word names; absent for every other word, such as a town. */
    static Optional<Quarter> find(String word) {
        return Arrays.stream(values())
                .filter(quarter -> quarter.word.equals(word))
                .findFirst();
    }

    /** Clockwise from north. */
    int courseDegrees() {
        return courseDegrees;
    }
}
