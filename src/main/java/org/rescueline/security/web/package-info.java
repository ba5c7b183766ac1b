/** Sign-in over HTTP: the cookie, the keys, the accounts' resources, and what is checked before any of them. */
@NullMarked
package org.rescueline.security.web;

import org.jspecify.annotations.NullMarked;
