package org.rescueline.console.internal;

/**
 * A topic whose facts go to the pages of every node.
 *
 * @param fact as what another node's JSON is read
 */
record SharedTopic<F>(Topic<F> topic, Class<F> fact) {}
