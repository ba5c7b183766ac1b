package org.rescueline.architecture.bad.asterisk.demo;

import org.asteriskjava.manager.action.PingAction;

/** Speaks to the exchange past telephony. */
class DialsByItself {

    PingAction ping;
}
