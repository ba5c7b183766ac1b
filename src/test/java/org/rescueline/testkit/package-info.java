/** What tests of every room build on. */
package org.rescueline.testkit;
