package org.prongsai.portal.desk;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.prongsai.portal.unit.Turnout;

class BulletBarTest {

    @Test
    void belowTheMinimumTheMarkStandsAtFourFifths() {
        var bar = bar(15, 32);
        assertThat(bar.mark()).isEqualTo(256);
        assertThat(bar.bar()).isEqualTo(120);
        assertThat(bar.lacking()).isEqualTo(17);
    }

    @Test
    void beyondItTheAnswersFillThePicture() {
        var bar = bar(120, 30);
        assertThat(bar.bar()).isEqualTo(BulletBar.WIDTH);
        assertThat(bar.mark()).isEqualTo(80);
        assertThat(bar.lacking()).isZero();
    }

    @Test
    void itBeginsAtZeroAndNothingLeavesIt() {
        for (int minimum = 0; minimum < 500; minimum += 7) {
            for (int responses = 0; responses < 1000; responses += 13) {
                var bar = bar(responses, minimum);
                assertThat(bar.bar()).isBetween(0.0, (double) BulletBar.WIDTH);
                assertThat(bar.mark()).isBetween(0.0, (double) BulletBar.WIDTH);
                if (responses > 0 && minimum > 0) {
                    assertThat(bar.bar() / bar.mark())
                            .isCloseTo(
                                    responses / (double) minimum, org.assertj.core.data.Percentage.withPercentage(8));
                }
            }
        }
        assertThat(bar(0, 30).bar()).isZero();
    }

    @Test
    void whatIsNotCountedHasNoLengthAndLacksNothing() {
        var bar = BulletBar.of(new Turnout.Measured("iit", 40, 30, false, null));
        assertThat(bar.bar()).isZero();
        assertThat(bar.lacking()).isZero();
        assertThat(bar.mark()).isPositive();
    }

    @Test
    void labelsStayInThePicture() {
        var bar = bar(15, 30);
        assertThat(bar.anchor(0)).isEqualTo("start");
        assertThat(bar.anchor(160)).isEqualTo("middle");
        assertThat(bar.anchor(320)).isEqualTo("end");
    }

    private static BulletBar bar(int responses, int minimum) {
        return BulletBar.of(new Turnout.Measured("iit", 400, minimum, responses >= minimum, responses));
    }
}
