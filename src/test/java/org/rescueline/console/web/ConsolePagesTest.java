package org.rescueline.console.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConsolePagesTest {

    @ParameterizedTest
    @CsvSource({
        "/desk,                       true",
        "/board/RJ-260114-0007,       true",
        "/v1.2/desk,                  true",
        "/livestock,                  true",
        "/,                           false",
        "/assets/index-BU-QR9Bh.js,   false",
        "/api/v1/nothing-here,        false",
        "/api,                        false",
        "/live,                       false",
        "/q/health/ready,             false",
    })
    void tellsThePagesOfTheConsoleFromEverythingElse(String path, boolean page) {
        assertThat(ConsolePages.isPage(path)).isEqualTo(page);
    }
}
