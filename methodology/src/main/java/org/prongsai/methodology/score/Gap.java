package org.prongsai.methodology.score;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.prongsai.methodology.framework.Framework;
import org.prongsai.methodology.framework.Level;

/** What separates a unit from the next better level: points of the total, and of instruments that are below their minimum. */
public record Gap(Grade next, BigDecimal totalMissing, List<Shortfall> instruments) {

    /** An instrument that is below what the level asks of every instrument. */
    public record Shortfall(String instrument, BigDecimal missing) {}

    /** Empty for the best level, and where there is no total. */
    public static Optional<Gap> of(Framework framework, Scorecard card) {
        if (card.total() == null || card.level() == null) return Optional.empty();
        var levels = framework.levels();
        int at = levels.stream().map(Level::code).toList().indexOf(card.level().code());
        return at <= 0
                ? Optional.empty()
                : Optional.of(to(levels.get(at - 1), card, card.total().score()));
    }

    private static Gap to(Level next, Scorecard card, BigDecimal total) {
        var shortfalls = new ArrayList<Shortfall>();
        for (var instrument : card.instruments()) {
            var missing = missing(next.everyInstrumentMin(), instrument.score());
            if (missing.signum() > 0) shortfalls.add(new Shortfall(instrument.code(), missing));
        }
        return new Gap(new Grade(next.code(), next.title()), missing(next.totalMin(), total), shortfalls);
    }

    private static BigDecimal missing(@Nullable BigDecimal wanted, @Nullable BigDecimal found) {
        if (wanted == null || found == null) return BigDecimal.ZERO;
        return wanted.subtract(found).max(BigDecimal.ZERO);
    }
}
