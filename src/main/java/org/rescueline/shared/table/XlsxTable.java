package org.rescueline.shared.table;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;

/** The first sheet of an XLSX file. */
final class XlsxTable {

    private static final ReadingOptions WITH_FORMATS = new ReadingOptions(true, true);
    private static final DateTimeFormatter DATE = DateTimeFormatter.ISO_LOCAL_DATE;

    private XlsxTable() {}

    static List<Table.Row> read(byte[] content, int mostRows, int mostColumns) throws IOException {
        try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(content), WITH_FORMATS);
                var stream = workbook.getFirstSheet().openStream()) {
            var rows = new ArrayList<Table.Row>();
            Iterator<Row> read = stream.iterator();
            while (rows.size() < mostRows && read.hasNext()) {
                var row = row(read.next(), mostColumns);
                if (!row.isBlank()) {
                    rows.add(row);
                }
            }
            return rows;
        } catch (RuntimeException e) {
            // The library throws whatever it stumbles over: for us it is one thing, a file that cannot be read.
            throw new IOException(e);
        }
    }

    static byte[] write(Table table) {
        var bytes = new ByteArrayOutputStream();
        try (var workbook = new Workbook(bytes, "Rescueline", "1.0")) {
            var sheet = workbook.newWorksheet("Rescueline");
            write(sheet, 0, table.headings());
            sheet.range(0, 0, 0, Math.max(0, table.headings().size() - 1))
                    .style()
                    .bold()
                    .set();
            sheet.freezePane(0, 1);
            for (int i = 0; i < table.rows().size(); i++) {
                write(sheet, i + 1, table.rows().get(i).cells());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory failed", e);
        }
        return bytes.toByteArray();
    }

    private static void write(Worksheet sheet, int row, List<String> cells) {
        for (int column = 0; column < cells.size(); column++) {
            sheet.value(row, column, cells.get(column));
        }
    }

    private static Table.Row row(Row row, int mostColumns) {
        var cells = new ArrayList<String>();
        for (int i = 0; i < Math.min(row.getCellCount(), mostColumns); i++) {
            cells.add(row.getOptionalCell(i).map(XlsxTable::text).orElse(""));
        }
        return new Table.Row(row.getRowNum(), cells);
    }

    /** A telephone number that was typed as a number has no ".0" and no exponent; a date reads 2024-05-31. */
    private static String text(Cell cell) {
        if (cell.getType() == CellType.NUMBER) {
            return isDate(cell) ? cell.asDate().toLocalDate().format(DATE) : plain(cell.asNumber());
        }
        return cell.getType() == CellType.EMPTY ? "" : cell.getText().strip();
    }

    private static boolean isDate(Cell cell) {
        var format = cell.getDataFormatString();
        return format != null && (format.contains("yy") || format.contains("d/m") || format.contains("m/d"));
    }

    private static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }
}
