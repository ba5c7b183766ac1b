package org.rescueline.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitCallTarget;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.groups.UniAwait;
import java.time.Clock;
import java.util.Date;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import org.rescueline.shared.WallClock;

/** Rules about what may be called: one clock, and nothing that waits. */
final class CallRules {

    private static final Set<String> WAITING = Set.of("get", "join", "await", "acquire", "take", "put", "waitFor");

    private static final DescribedPredicate<JavaCall<?>> FROM_START_OR_STOP =
            new DescribedPredicate<>("with a deadline, at the start or the stop") {
                @Override
                public boolean test(JavaCall<?> call) {
                    return !call.getTarget().getName().equals("indefinitely")
                            && call.getOrigin().getRawParameterTypes().stream()
                                    .anyMatch(type -> type.isEquivalentTo(StartupEvent.class)
                                            || type.isEquivalentTo(ShutdownEvent.class));
                }
            };

    private CallRules() {}

    /** Time comes from the injected clock; {@code System.nanoTime} measures durations and is no time of day. */
    static ArchRule thereIsOneClock(Rooms rooms) {
        return noClasses()
                .that()
                .resideInAPackage(rooms.root() + "..")
                .and()
                .doNotBelongToAnyOf(WallClock.class)
                .should()
                .callCodeUnitWhere(call("a clock of its own", CallRules::readsAClock));
    }

    /**
     * The event loop is never made to wait. The entrance and the embedded parts run before and after it; observers of
     * the start and the stop run on the main thread and may wait, though not for ever.
     */
    static ArchRule nothingBlocks(Rooms rooms) {
        return noClasses()
                .that()
                .resideInAPackage(rooms.root() + "..")
                .and()
                .resideOutsideOfPackage(rooms.root() + ".shared.embedded..")
                .and(DescribedPredicate.not(atTheEntrance(rooms)))
                .should()
                .callCodeUnitWhere(
                        call("what blocks", CallRules::blocks).and(DescribedPredicate.not(FROM_START_OR_STOP)));
    }

    private static DescribedPredicate<JavaClass> atTheEntrance(Rooms rooms) {
        return new DescribedPredicate<>("at the entrance") {
            @Override
            public boolean test(JavaClass type) {
                return type.getPackageName().equals(rooms.root());
            }
        };
    }

    private static boolean readsAClock(CodeUnitCallTarget target) {
        var owner = target.getOwner();
        var takesClock = target.getRawParameterTypes().stream().anyMatch(type -> type.isEquivalentTo(Clock.class));
        return owner.getPackageName().equals("java.time") && target.getName().equals("now") && !takesClock
                || owner.isEquivalentTo(Clock.class)
                        && (target.getName().startsWith("system")
                                || target.getName().startsWith("tick"))
                || owner.isEquivalentTo(System.class) && target.getName().equals("currentTimeMillis")
                || owner.isEquivalentTo(Date.class)
                        && target.getName().equals("<init>")
                        && target.getRawParameterTypes().isEmpty();
    }

    private static boolean blocks(CodeUnitCallTarget target) {
        var owner = target.getOwner();
        var waits = WAITING.contains(target.getName());
        return owner.isEquivalentTo(Thread.class) && Set.of("sleep", "join").contains(target.getName())
                || owner.isEquivalentTo(Object.class) && target.getName().equals("wait")
                || owner.isEquivalentTo(LockSupport.class) && target.getName().startsWith("park")
                || owner.isEquivalentTo(Process.class) && waits
                || owner.isEquivalentTo(CountDownLatch.class) && waits
                || owner.isEquivalentTo(Semaphore.class) && waits
                || owner.isEquivalentTo(CyclicBarrier.class) && waits
                || owner.isAssignableTo(BlockingQueue.class) && waits
                || owner.isAssignableTo(Future.class) && waits
                || owner.isEquivalentTo(UniAwait.class);
    }

    private static DescribedPredicate<JavaCall<?>> call(String description, Predicate<CodeUnitCallTarget> forbidden) {
        return new DescribedPredicate<>("they call " + description) {
            @Override
            public boolean test(JavaCall<?> call) {
                return forbidden.test(call.getTarget());
            }
        };
    }
}
