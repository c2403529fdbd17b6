package org.prongsai.scoring.subtree;

import java.util.List;
import java.util.stream.Stream;
import org.prongsai.methodology.framework.Framework;
import org.prongsai.methodology.framework.Indicator;

/**
 * A score that every unit can have beside its total: of an instrument, or of an indicator of one.
 *
 * @param instrument itself, or the one it belongs to
 */
public record Column(String code, String instrument, boolean indicator) {

    /** Instruments first, each in the framework's order. */
    public static List<Column> all(Framework framework) {
        var instruments = framework.instruments().stream().map(each -> new Column(each.code(), each.code(), false));
        var indicators = framework.instruments().stream().flatMap(each -> each.indicators().stream()
                .map(Indicator::code)
                .map(code -> new Column(code, each.code(), true)));
        return Stream.concat(instruments, indicators).toList();
    }
}
