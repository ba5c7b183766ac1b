/** What every REST resource shares: how failures are answered and how JSON is read. */
@NullMarked
package org.rescueline.shared.web;

import org.jspecify.annotations.NullMarked;
