package org.rescueline.architecture.bad.unknownroom.attic;

/** A class in a room that is on no list. */
class LivesNowhere {

    Object anything;
}
