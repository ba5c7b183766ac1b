/** Rescue jobs over HTTP. */
@NullMarked
package org.rescueline.rescue.web;

import org.jspecify.annotations.NullMarked;
