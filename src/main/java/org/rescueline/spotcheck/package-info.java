/** Unannounced calls to the stations' duty phones: whether somebody answers, day and night. */
@NullMarked
package org.rescueline.spotcheck;

import org.jspecify.annotations.NullMarked;
