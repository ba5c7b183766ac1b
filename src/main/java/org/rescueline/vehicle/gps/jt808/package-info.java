/**
 * The JT/T 808 language itself: bytes to messages and back, in the framings of 2011, 2013 and 2019.
 *
 * <p>Plain Java without sockets, clocks or stores, so that the gateway, the demo's trucks and the tests speak the
 * protocol with the same words. {@link org.rescueline.vehicle.gps.jt808.FrameSplitter} cuts the stream into frames,
 * {@link org.rescueline.vehicle.gps.jt808.HeaderReader} reads who speaks,
 * {@link org.rescueline.vehicle.gps.jt808.Codecs} holds one codec per message id.
 */
@NullMarked
package org.rescueline.vehicle.gps.jt808;

import org.jspecify.annotations.NullMarked;
