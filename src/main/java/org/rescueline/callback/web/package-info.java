/** The calls that are owed over HTTP. */
@NullMarked
package org.rescueline.callback.web;

import org.jspecify.annotations.NullMarked;
