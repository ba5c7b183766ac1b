/**
 * Who is speaking, what they may do and which numbers they may read.
 *
 * <p>Front door: {@link org.rescueline.security.SecurityService}, {@link org.rescueline.security.CurrentUser},
 * {@link org.rescueline.security.PhoneMask} and the role names in {@link org.rescueline.security.Roles}.
 */
@NullMarked
package org.rescueline.security;

import org.jspecify.annotations.NullMarked;
