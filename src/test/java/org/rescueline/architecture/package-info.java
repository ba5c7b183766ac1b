/** The walls of the house, as tests; and below {@code bad} one small wrong room for each, to show that they hold. */
package org.rescueline.architecture;
