/** Calls that are owed to customers: nobody who gave up in the queue is forgotten. */
@NullMarked
package org.rescueline.callback;

import org.jspecify.annotations.NullMarked;
