package org.rescueline.geo;

/** A row of the road file: where a post stands. In the order of their posts. */
record SurveyedPost(int postMeters, WgsPoint place) implements Comparable<SurveyedPost> {

    @Override
    public int compareTo(SurveyedPost other) {
        return Integer.compare(postMeters, other.postMeters);
    }
}
