/** How the shared tools work inside; other rooms use the package above. */
@NullMarked
package org.rescueline.shared.internal;

import org.jspecify.annotations.NullMarked;
