package org.rescueline.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;

/** Rules about foreign libraries: each enters through one room, and its types stop at that door. */
final class LibraryRules {

    private LibraryRules() {}

    static ArchRule asteriskJavaStaysInTelephony(Rooms rooms) {
        return only(rooms, "telephony", "org.asteriskjava..");
    }

    static ArchRule geodesyStaysInGeo(Rooms rooms) {
        return only(rooms, "geo", "org.geotools..", "org.locationtech..", "net.sf.geographiclib..", "org.opengis..");
    }

    static ArchRule lettuceStaysInStores(Rooms rooms) {
        var store = new DescribedPredicate<JavaClass>("a class named …Store") {
            @Override
            public boolean test(JavaClass type) {
                return outermost(type).getSimpleName().endsWith("Store");
            }
        };
        return noClasses()
                .that()
                .resideInAPackage(rooms.root() + "..")
                .and()
                .resideOutsideOfPackage(rooms.root() + ".shared.redis..")
                .and(DescribedPredicate.not(store))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.lettuce..");
    }

    private static ArchRule only(Rooms rooms, String room, String... packages) {
        return noClasses()
                .that()
                .resideInAPackage(rooms.root() + "..")
                .and()
                .resideOutsideOfPackage(rooms.root() + "." + room + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(packages);
    }

    private static JavaClass outermost(JavaClass type) {
        return type.getEnclosingClass().map(LibraryRules::outermost).orElse(type);
    }
}
