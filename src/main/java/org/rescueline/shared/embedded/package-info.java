/** PostgreSQL and Redis brought along: real servers, started as child processes where none is configured. */
@NullMarked
package org.rescueline.shared.embedded;

import org.jspecify.annotations.NullMarked;
