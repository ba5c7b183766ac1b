package org.rescueline.architecture.bad.resources.event;

import jakarta.ws.rs.Path;

/** A resource outside of web; an interface, so that the tests' service does not serve it. */
@Path("/outside")
interface OutsideResource {}
