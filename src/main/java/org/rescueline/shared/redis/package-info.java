/** The way to Redis: one client for the whole service, connected when first needed and again whenever it is lost. */
@NullMarked
package org.rescueline.shared.redis;

import org.jspecify.annotations.NullMarked;
