/** Spot checks over HTTP. */
@NullMarked
package org.rescueline.spotcheck.web;

import org.jspecify.annotations.NullMarked;
