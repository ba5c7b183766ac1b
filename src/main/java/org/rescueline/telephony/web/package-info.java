/** Calls over HTTP. */
@NullMarked
package org.rescueline.telephony.web;

import org.jspecify.annotations.NullMarked;
