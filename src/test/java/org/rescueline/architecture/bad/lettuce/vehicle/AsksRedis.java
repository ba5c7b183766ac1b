package org.rescueline.architecture.bad.lettuce.vehicle;

import io.lettuce.core.KeyValue;

/** Knows Redis without being a store. */
class AsksRedis {

    KeyValue<String, String> pair;
}
