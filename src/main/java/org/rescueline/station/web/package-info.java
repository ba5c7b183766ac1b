/** The stations over HTTP. */
@NullMarked
package org.rescueline.station.web;

import org.jspecify.annotations.NullMarked;
