/** The case over HTTP. */
@NullMarked
package org.rescueline.event.web;

import org.jspecify.annotations.NullMarked;
