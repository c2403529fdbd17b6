package org.prongsai.methodology.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RatioTest {

    @ParameterizedTest
    @CsvSource({
        "3,10,0.3",
        "100,1,100",
        "0,5,0",
        "3,7,3/7",
        "1,3,1/3",
        "1,8,0.125",
        "7003056698123,100000000000,70.03056698…",
        "-1,2,-0.5"
    })
    void isShownAsShortAsItCan(long numerator, long denominator, String shown) {
        assertThat(Ratio.of(numerator, denominator).plain()).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource({
        "84994,1000,84.99",
        "84995,1000,85.00",
        "94995,1000,95.00",
        "69995,1000,70.00",
        "1,3,0.33",
        "2,3,0.67",
        "5,1000,0.01",
        "-5,1000,-0.01"
    })
    void roundsHalfUpOnce(long numerator, long denominator, BigDecimal rounded) {
        assertThat(Ratio.of(numerator, denominator).rounded(2)).isEqualTo(rounded);
    }

    @Property(tries = 300)
    void obeysArithmetic(@ForAll int a, @ForAll int b, @ForAll short c, @ForAll short d) {
        if (c == 0 || d == 0) return;
        var x = Ratio.of(a, c);
        var y = Ratio.of(b, d);
        assertThat(x.plus(y)).isEqualTo(y.plus(x));
        assertThat(x.times(y)).isEqualTo(y.times(x));
        assertThat(x.plus(y).plus(Ratio.of(-1).times(y))).isEqualTo(x);
        if (b != 0) assertThat(x.over(y).times(y)).isEqualTo(x);
        assertThat(Integer.signum(x.compareTo(y)))
                .isEqualTo(Long.signum(Math.multiplyExact((long) a, (long) d) * Integer.signum(c * d)
                        - Math.multiplyExact((long) b, (long) c) * Integer.signum(c * d)));
        assertThat(x.denominator().signum()).isPositive();
    }

    @Test
    void aDecimalIsExact() {
        assertThat(Ratio.of(new BigDecimal("0.30"))).isEqualTo(Ratio.of(3, 10));
        assertThat(Ratio.of(new BigDecimal("4E+2"))).isEqualTo(Ratio.of(400));
        assertThat(Ratio.of(1, 3).approximate()).isEqualTo(1 / 3.0);
        assertThatThrownBy(() -> Ratio.of(1, 0)).isInstanceOf(ArithmeticException.class);
    }
}
