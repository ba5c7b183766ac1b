/** The demo of a fresh checkout: a country of stations, trucks and calls that are made up, and marked so. */
@NullMarked
package org.rescueline.demo;

import org.jspecify.annotations.NullMarked;
