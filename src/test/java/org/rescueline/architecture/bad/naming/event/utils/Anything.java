package org.rescueline.architecture.bad.naming.event.utils;

/** A class put where its kind lives. */
class Anything {}
