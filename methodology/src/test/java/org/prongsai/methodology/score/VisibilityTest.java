package org.prongsai.methodology.score;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VisibilityTest {

    @ParameterizedTest
    @CsvSource({
        "0,5,hidden,false,false,false",
        "0,0,hidden,false,false,false",
        "4,5,hidden,false,false,false",
        "5,5,score,true,false,false",
        "9,5,score,true,false,false",
        "10,5,indicators,true,true,false",
        "11,12,hidden,false,false,false",
        "29,5,indicators,true,true,false",
        "30,5,options,true,true,true",
        "30,31,hidden,false,false,false"
    })
    void moreIsShownOfMorePeople(
            long responses, int k, String code, boolean score, boolean indicators, boolean options) {
        var visibility = Visibility.of(responses, k);
        assertThat(visibility.code()).isEqualTo(code);
        assertThat(visibility.showsScore()).isEqualTo(score);
        assertThat(visibility.showsIndicators()).isEqualTo(indicators);
        assertThat(visibility.showsOptions()).isEqualTo(options);
    }
}
