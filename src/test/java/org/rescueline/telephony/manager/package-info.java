/** A manager interface for tests that says exactly what the test wants, and a reader of captured cases. */
package org.rescueline.telephony.manager;
