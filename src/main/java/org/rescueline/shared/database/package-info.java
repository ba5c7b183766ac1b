/** The way to PostgreSQL: its one set of keys, its deadlines, and whether it answers. */
@NullMarked
package org.rescueline.shared.database;

import org.jspecify.annotations.NullMarked;
