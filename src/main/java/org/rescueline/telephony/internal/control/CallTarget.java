package org.rescueline.telephony.internal.control;

/**
 * Somebody a call can be taken to, as the switch dials it and as people read it.
 *
 * @param dialled such as {@code PJSIP/1002-web}; made of an extension or a checked number, never of typed text
 * @param shown the hotline number shown to the outside; empty among ourselves
 * @param words an extension, or a number in E.164
 */
record CallTarget(String dialled, String shown, String words) {}
