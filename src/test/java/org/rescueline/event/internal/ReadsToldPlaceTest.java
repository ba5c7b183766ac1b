package org.rescueline.event.internal;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadsToldPlaceTest {

    @Test
    void findsRoadDirectionAndPostInTheUsualSentence() {
        // Given
        var words = "G30 连霍高速 往西安方向 K985+300";

        // When
        var reading = ReadsToldPlace.read(words);

        // Then
        assertThat(reading.highway()).isEqualTo("G30");
        assertThat(reading.direction()).isEqualTo("西安");
        assertThat(reading.postMeters()).isEqualTo(985_300);
    }

    @ParameterizedTest
    @CsvSource({
        "K985+300, 985300",
        "Ｋ９８５＋３００, 985300",
        "k985 + 300 米, 985300",
        "K985, 985000",
        "K985.3, 985300",
        "K985公里300米, 985300",
        "985公里加300, 985300",
        "985加三百, 985300",
        "985.05公里处, 985050",
        "桩号1204+5, 1204005",
        "K九八五加三百, 985300",
        "九百八十五公里加五十米, 985050",
        "幺二零四加一百, 1204100",
        "两百零三公里处, 203000",
        "K0+000, 0",
        "G30 985+300, 985300",
        "K985 300人围观, 985000",
        "九百八十五公里三百米, 985300",
        "985公里+300, 985300",
        "９８５公里＋３００, 985300",
        "桩号是985, 985000",
        "桩号K985+300, 985300",
        "986公里五百处, 986500",
        "G30 985公里, 985000",
        "连霍高速九百八十五公里往西安, 985000",
        "G30九百八十五公里三百米往西安, 985300",
        "九百八十五点三公里处, 985300",
        "连霍高速985点05公里, 985050",
        "连霍高速九百八十五公里半往西安, 985500",
        "G30 985加3百, 985300",
        "K1204 加 1 百, 1204100",
        "连霍高速1千2百公里处, 1200000",
        "G30 985公里又300米, 985300",
        "G三十 九百八十五公里加三百, 985300",
        "G30 桩号 985 公里 加 300 米 西安往兰州方向, 985300",
        "下午3点30分在G30 K985+300, 985300",
    })
    void readsAPostHoweverItIsSaid(String words, int meters) {
        // When
        var reading = ReadsToldPlace.read(words);

        // Then
        assertThat(reading.postMeters()).isEqualTo(meters);
    }

    @ParameterizedTest
    @CsvSource({
        "离服务区还有3公里",
        "离服务区还有3公里200米",
        "G30 离渭南还有30公里",
        "G30 前方5公里",
        "G30 过了潼关收费站3公里左右",
        "985公里",
        "K985到K990之间",
        "G30连霍高速",
        "13800000021",
        "渭南服务区",
        "K98512",
        "G30 前方三点五公里",
        "G30 三点五公里外",
        "走了三公里半",
        "离服务区还有3公里半",
        "G30 前方5千米",
        "G三十九百八十五公里",
    })
    void findsNoPostWhereNoneWasSaidForCertain(String words) {
        // When
        var reading = ReadsToldPlace.read(words);

        // Then
        assertThat(reading.postMeters()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "g 30 往西安, G30",
        "在连霍高速上, 连霍高速",
        "312国道, G312",
        "国道 312 K20, G312",
        "省道101, S101",
        "S28灵台方向, S28",
        "G0511, G0511",
        "G三十 K985, G30",
        "G三零 K985+300 往西安, G30",
        "G零五一一 K12, G0511",
        "三幺二国道 一百二十公里处, G312",
        "国道三一二 K120, G312",
        "我现在在连霍高速上, 连霍高速",
        "车停在连霍高速公路K985处, 连霍高速",
        "我从兰州走连霍高速, 连霍高速",
        "我们在西安绕城高速K20, 西安绕城",
        "沿连霍高速走, 连霍高速",
        "沿海高速K120+500, 沿海高速",
        "上海绕城K5, 上海绕城",
    })
    void findsTheRoadByNumberBeforeName(String words, String highway) {
        // When
        var reading = ReadsToldPlace.read(words);

        // Then
        assertThat(reading.highway()).isEqualTo(highway);
    }

    @ParameterizedTest
    @CsvSource({
        "连霍高速往西安方向, 西安",
        "G30 连霍 K985+300 往西安, 西安",
        "往西安 K985+300, 西安",
        "连霍高速西安方向, 西安",
        "往向阳方向, 向阳",
        "G30 到潼关去, 潼关",
        "西安方向K12, 西安",
        "从兰州去西安 连霍 K985, 西安",
        "连霍高速由西向东 K985+300, 东",
        "G30 K985+300 东向西方向, 西",
        "往东北方向 G1 K20, 东北",
    })
    void findsTheTownAhead(String words, String direction) {
        // When
        var reading = ReadsToldPlace.read(words);

        // Then
        assertThat(reading.direction()).isEqualTo(direction);
    }

    @Property
    void readsBackEveryPostThatCanBeWritten(
            @ForAll @IntRange(max = 9999) int kilometres, @ForAll @IntRange(max = 999) int metres) {
        // When
        var reading = ReadsToldPlace.read("G30 连霍高速 往西安方向 K%d+%03d".formatted(kilometres, metres));

        // Then
        assertThat(reading.postMeters()).isEqualTo(kilometres * 1000 + metres);
    }

    @Property
    void neverFailsWhateverIsTyped(@ForAll @StringLength(max = 200) String words) {
        // When
        var reading = ReadsToldPlace.read(words);

        // Then
        assertThat(reading).isNotNull();
    }
}
