/** The server's side of the page: the live feed, the settings it needs before anything else, and the one search box. */
@NullMarked
package org.rescueline.console;

import org.jspecify.annotations.NullMarked;
