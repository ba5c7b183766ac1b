package org.rescueline.vehicle.internal;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The columns of a file of vehicles, by what people write above them. */
enum ImportColumn {
    VIN("VIN", "车架号", "VIN码"),
    PLATE("Plate", "车牌号", "车牌"),
    MODEL("Model", "车型"),
    DRIVE_FORM("Drive form", "驱动形式"),
    ENGINE_MAKE("Engine make", "发动机厂家", "发动机品牌"),
    ENGINE_MODEL("Engine model", "发动机型号"),
    GEARBOX_MAKE("Gearbox make", "变速箱厂家", "变速箱"),
    BATCH("Batch", "批次", "生产批次"),
    SOLD_ON("Sale date", "销售日期"),
    WARRANTY_UNTIL("Warranty until", "保修截止", "质保到期"),
    OWNER_NAME("Owner", "车主", "车主姓名"),
    OWNER_COMPANY("Company", "所属单位", "公司"),
    DRIVERS("Drivers", "司机", "司机电话"),
    OWNER_PHONES("Owner phones", "车主电话"),
    FLEET_PHONES("Fleet phones", "车队电话"),
    TERMINALS("Terminals", "终端手机号", "终端");

    private final String english;
    private final List<String> chinese;

    ImportColumn(String english, String... chinese) {
        this.english = english;
        this.chinese = List.of(chinese);
    }

    /** What an export writes above it. */
    String heading(Locale language) {
        return language.getLanguage().equals("en") ? english : chinese.get(0);
    }

    /** The column that somebody means by these words: any of its headings, or its name as in the interface. */
    static Optional<ImportColumn> of(String words) {
        var key = key(words);
        return Arrays.stream(values())
                .filter(column -> key.equals(key(column.english))
                        || key.equals(key(column.name()))
                        || column.chinese.stream().anyMatch(each -> key.equals(key(each))))
                .findFirst();
    }

    private static String key(String words) {
        return Normalizer.normalize(words, Normalizer.Form.NFKC)
                .replaceAll("[\\s_-]", "")
                .toLowerCase(Locale.ROOT);
    }
}
