package org.prongsai.methodology.score;

import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/** An exact number, always in lowest terms with a positive denominator. */
public record Ratio(BigInteger numerator, BigInteger denominator) implements Comparable<Ratio> {
    public static final Ratio ZERO = of(0);
    public static final Ratio ONE = of(1);
    private static final int SHOWN_PLACES = 8;
    private static final int SHOWN_LENGTH = 9;

    public Ratio {
        if (denominator.signum() == 0) throw new ArithmeticException("a denominator of 0");
        var divisor = denominator.signum() < 0 ? numerator.gcd(denominator).negate() : numerator.gcd(denominator);
        numerator = numerator.divide(divisor);
        denominator = denominator.divide(divisor);
    }

    public static Ratio of(long number) {
        return new Ratio(BigInteger.valueOf(number), BigInteger.ONE);
    }

    public static Ratio of(long numerator, long denominator) {
        return new Ratio(BigInteger.valueOf(numerator), BigInteger.valueOf(denominator));
    }

    public static Ratio of(BigDecimal decimal) {
        var whole = decimal.scale() < 0 ? decimal.setScale(0) : decimal;
        return new Ratio(whole.unscaledValue(), BigInteger.TEN.pow(whole.scale()));
    }

    public Ratio plus(Ratio other) {
        return new Ratio(
                numerator.multiply(other.denominator).add(other.numerator.multiply(denominator)),
                denominator.multiply(other.denominator));
    }

    public Ratio times(Ratio other) {
        return new Ratio(numerator.multiply(other.numerator), denominator.multiply(other.denominator));
    }

    public Ratio over(Ratio other) {
        return new Ratio(numerator.multiply(other.denominator), denominator.multiply(other.numerator));
    }

    public Ratio over(long divisor) {
        return over(of(divisor));
    }

    /** Rounded half up, away from zero; to be called once, at the end. */
    public BigDecimal rounded(int places) {
        return new BigDecimal(numerator).divide(new BigDecimal(denominator), places, RoundingMode.HALF_UP);
    }

    /** For people: a decimal where a short one is exact, as 0.3, else a short fraction, as 3/7, else the first decimals, as 70.03056698…. */
    public String plain() {
        var decimal = new BigDecimal(numerator).divide(new BigDecimal(denominator), SHOWN_PLACES, RoundingMode.DOWN);
        if (of(decimal).equals(this)) return decimal.stripTrailingZeros().toPlainString();
        return toString().length() <= SHOWN_LENGTH ? toString() : decimal.toPlainString() + "…";
    }

    public double approximate() {
        return rounded(18).doubleValue();
    }

    @Override
    public int compareTo(Ratio other) {
        return numerator.multiply(other.denominator).compareTo(other.numerator.multiply(denominator));
    }

    /** {@code numerator/denominator}. */
    @JsonValue
    @Override
    public String toString() {
        return numerator + "/" + denominator;
    }
}
