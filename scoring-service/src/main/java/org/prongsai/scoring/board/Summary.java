package org.prongsai.scoring.board;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.prongsai.methodology.framework.Framework;

/**
 * A subtree summed up: only units with a total count, and how many were left out is said.
 *
 * @param mean of the totals, null where no unit has one
 * @param levels how many units reached each level of the framework
 */
public record Summary(
        long units, long shown, long leftOut, @Nullable BigDecimal mean, Map<String, Long> levels) {

    /** The units of one level, or of none. */
    record Group(@Nullable String level, long units, long shown, BigDecimal sum) {}

    static Summary of(List<Group> groups, Framework framework) {
        long units = groups.stream().mapToLong(Group::units).sum();
        long shown = groups.stream().mapToLong(Group::shown).sum();
        var sum = groups.stream().map(Group::sum).reduce(BigDecimal.ZERO, BigDecimal::add);
        int places = framework.rounding().places();
        var mean = shown == 0 ? null : sum.divide(BigDecimal.valueOf(shown), places, RoundingMode.HALF_UP);
        return new Summary(units, shown, units - shown, mean, levels(groups, framework));
    }

    private static Map<String, Long> levels(List<Group> groups, Framework framework) {
        var levels = new LinkedHashMap<String, Long>();
        framework.levels().forEach(level -> levels.put(level.code(), 0L));
        for (var group : groups) if (group.level() != null) levels.merge(group.level(), group.units(), Long::sum);
        return levels;
    }
}
