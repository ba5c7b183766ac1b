/** The built-in hotline: a small switch that speaks AMI when no Asterisk answers. */
@NullMarked
package org.rescueline.demo.hotline;

import org.jspecify.annotations.NullMarked;
