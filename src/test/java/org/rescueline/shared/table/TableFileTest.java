package org.rescueline.shared.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.rescueline.shared.Failure;

class TableFileTest {

    private static final List<String> HEADINGS = List.of("车牌号", "VIN", "备注");

    @Property(tries = 200, seed = "7")
    void readsWhatItWroteInEitherFormat(@ForAll("rows") List<List<String>> cells, @ForAll TableFormat format) {
        // Given
        var table = new Table(
                HEADINGS,
                IntStream.range(0, cells.size())
                        .mapToObj(i -> new Table.Row(i + 2, cells.get(i)))
                        .toList());

        // When
        var read = TableFile.read(format, TableFile.write(format, table));

        // Then
        assertThat(read.headings()).isEqualTo(HEADINGS);
        assertThat(read.rows()).isEqualTo(table.rows());
    }

    @Test
    void readsQuotesBlankRowsAndTheEncodingOfChineseSpreadsheets() {
        // Given
        var text = "车牌号,VIN,备注\r\n陕A12345,\"L,1\",\"他说\"\"好\"\"\r\n走了\"\r\n\r\n,,\n陕B1,,\n";

        // When
        var table = TableFile.read(TableFormat.CSV, text.getBytes(Charset.forName("GB18030")));

        // Then
        assertThat(table.rows())
                .containsExactly(
                        new Table.Row(2, List.of("陕A12345", "L,1", "他说\"好\"\r\n走了")),
                        new Table.Row(5, List.of("陕B1", "", "")));
    }

    @Test
    void writesNothingThatASpreadsheetWouldCalculate() {
        // Given
        var table = new Table(List.of("a"), List.of(new Table.Row(2, List.of("=HYPERLINK(1)"))));

        // When
        var text = new String(TableFile.write(TableFormat.CSV, table), StandardCharsets.UTF_8);

        // Then
        assertThat(text).contains("'=HYPERLINK(1)");
    }

    @ParameterizedTest
    @EnumSource(TableFormat.class)
    void refusesAnEmptyFile(TableFormat format) {
        assertThatThrownBy(() -> TableFile.read(format, new byte[0])).isInstanceOf(Failure.class);
    }

    @Test
    void refusesWhatIsNoSpreadsheetAndWhatIsTooLong() {
        // Given
        var noise = "PK-this is no archive".getBytes(StandardCharsets.UTF_8);
        var endless = "a\n".repeat(TableFile.MOST_ROWS + 2).getBytes(StandardCharsets.UTF_8);

        // When Then
        assertThatThrownBy(() -> TableFile.read(TableFormat.XLSX, noise)).hasMessageContaining("table-unreadable");
        assertThatThrownBy(() -> TableFile.read(TableFormat.CSV, endless)).hasMessageContaining("table-too-long");
    }

    @Provide
    Arbitrary<List<List<String>>> rows() {
        var cell = Arbitraries.strings()
                .withChars("ab陕西,;\"'=+-@0123 车")
                .ofMaxLength(12)
                .map(String::strip)
                .filter(text -> !text.startsWith("'"));
        return cell.list()
                .ofSize(3)
                .filter(row -> !row.stream().allMatch(String::isEmpty))
                .list()
                .ofMaxSize(8);
    }
}
