/** The call-centre dispatch service; each package below this one is a room with one subject. */
@NullMarked
package org.rescueline;

import org.jspecify.annotations.NullMarked;
