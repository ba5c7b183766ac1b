package org.rescueline.event;

/** The structured questions of call-taking; the answers decide the priority. */
public enum QuestionCode {
    /** Always the first: are you and your vehicle in a safe place? */
    PERSON_SAFE,
    /** Where the truck stands: driving lane, hard shoulder, service area, elsewhere. */
    STOPPED_ON,
    /** Is anybody hurt? */
    INJURIES,
    /** Is the load dangerous goods? */
    DANGEROUS_GOODS,
    /** How much is loaded. */
    LOAD,
    /** Does the engine run? */
    ENGINE,
    /** Which warning lamp is lit. */
    WARNING_LAMP,
    /** The code on the instrument panel, as read out, for example {@code SPN 110 FMI 0}. */
    WARNING_CODE,
    /** Outside air temperature, in degrees Celsius. */
    TEMPERATURE
}
