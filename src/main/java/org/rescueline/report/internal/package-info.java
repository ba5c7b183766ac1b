/** How the figures are counted. */
@NullMarked
package org.rescueline.report.internal;

import org.jspecify.annotations.NullMarked;
