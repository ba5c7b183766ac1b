/** The page's doors: the WebSocket {@code /live}, its settings, its search, and the headers its browser obeys. */
@NullMarked
package org.rescueline.console.web;

import org.jspecify.annotations.NullMarked;
