/** Accounts, sessions, keys and the audit, as they are kept. */
@NullMarked
package org.rescueline.security.internal;

import org.jspecify.annotations.NullMarked;
