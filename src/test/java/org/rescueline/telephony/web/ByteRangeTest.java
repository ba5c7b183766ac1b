package org.rescueline.telephony.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ByteRangeTest {

    @ParameterizedTest
    @CsvSource({
        "bytes=0-0, 0, 0",
        "bytes=0-, 0, 99",
        "bytes=10-19, 10, 19",
        "bytes=90-500, 90, 99",
        "bytes=-1, 99, 99",
        "bytes=-500, 0, 99"
    })
    void readsEachForm(String header, long first, long last) {
        // When
        var range = ByteRange.parse(header, 100);

        // Then
        assertThat(range).contains(new ByteRange(first, last));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "bytes",
                "bytes=",
                "bytes=-",
                "bytes=5-1",
                "bytes=0-1,3-4",
                "items=0-1",
                "bytes=a-b",
                "bytes=0-99999999999999999999"
            })
    void sendsTheWholeFileForWhatItCannotRead(String header) {
        // When
        var range = ByteRange.parse(header, 100);

        // Then
        assertThat(range).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=100-", "bytes=100-200", "bytes=-0"})
    void knowsThatNoByteIsMeant(String header) {
        // When
        var range = ByteRange.parse(header, 100);

        // Then
        assertThat(range)
                .hasValueSatisfying(it -> assertThat(it.isSatisfiable()).isFalse());
    }
}
