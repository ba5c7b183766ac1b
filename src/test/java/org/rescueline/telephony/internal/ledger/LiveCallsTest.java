package org.rescueline.telephony.internal.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.rescueline.telephony.CallView;
import org.rescueline.testkit.Calls;

class LiveCallsTest {

    /** The name of the switch in {@link Calls}. */
    private static final List<String> TEST = List.of("test");

    private final LiveCalls live = new LiveCalls();
    private final CompletableFuture<List<CallView>> reading = new CompletableFuture<>();
    private final CallStore ledger = new CallStore() {
        @Override
        public Uni<List<CallView>> listOpen() {
            return Uni.createFrom().completionStage(reading);
        }
    };

    @Test
    void showsWhatAnotherNodeWrote() {
        // Given
        var gone = Calls.from("+8613800000001").ringing("1001");
        var here = Calls.from("+8613800000002").ringing("1002");
        live.accept(gone);
        reading.complete(List.of(here));

        // When
        live.follow(ledger, TEST).await().indefinitely();

        // Then
        assertThat(live.list()).containsExactly(here);
    }

    @Test
    void leavesTheCallsOfOtherSwitchesAlone() {
        // Given
        var ours = Calls.from("+8613800000003").ringing("1001");
        live.accept(ours);
        reading.complete(List.of());

        // When
        live.follow(ledger, List.of("another")).await().indefinitely();

        // Then
        assertThat(live.list()).containsExactly(ours);
    }

    @Test
    void believesWhatIsToldWhileItReadsRatherThanWhatItReads() {
        // Given
        var ended = Calls.from("+8613800000004");
        var begun = Calls.from("+8613800000005").ringing("1001");
        var read = live.follow(ledger, TEST).subscribeAsCompletionStage();

        // When
        live.accept(ended.abandoned());
        live.accept(begun);
        reading.complete(List.of(ended.ringing("1002")));
        read.join();

        // Then
        assertThat(live.list()).containsExactly(begun);
    }
}
