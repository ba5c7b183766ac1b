package org.rescueline.shared;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The name under which a fact stands in the outbox, where it is not the name its class has now: facts written before
 * a class was renamed or moved must still be read.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface FactKind {

    /** Such as {@code telephony.call-abandoned}. */
    String value();
}
