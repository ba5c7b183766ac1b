/** How news reaches the pages: the feed, its memory, and one outbox for each page. */
@NullMarked
package org.rescueline.console.internal;

import org.jspecify.annotations.NullMarked;
