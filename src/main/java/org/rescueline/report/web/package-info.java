/** The figures over HTTP. */
@NullMarked
package org.rescueline.report.web;

import org.jspecify.annotations.NullMarked;
