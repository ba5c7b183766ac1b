/** Tables that people keep in files: CSV and XLSX, read and written. fastexcel stays inside. */
@NullMarked
package org.rescueline.shared.table;

import org.jspecify.annotations.NullMarked;
