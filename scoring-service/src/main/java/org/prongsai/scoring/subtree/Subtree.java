package org.prongsai.scoring.subtree;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.prongsai.methodology.framework.Framework;
import org.prongsai.methodology.score.Rank;
import org.prongsai.scoring.listing.Order;

/** All units below an agency, as they stood at one moment: summed up, ranked, and by branch. */
public final class Subtree {
    private final Framework framework;
    private final Map<String, List<Member>> branches = new LinkedHashMap<>();
    private final Map<String, Place> places = new HashMap<>();
    private final Summary whole;

    Subtree(List<Member> members, Framework framework) {
        this.framework = framework;
        this.whole = Summary.of(members, framework);
        for (var each : members)
            if (each.branch() != null)
                branches.computeIfAbsent(each.branch(), _ -> new ArrayList<>()).add(each);
        rank(members.stream().filter(Member::shown).toList());
    }

    private void rank(List<Member> shown) {
        var ranks = Rank.of(shown.stream().map(Member::estimate).toList());
        for (int at = 0; at < shown.size(); at++) {
            var agency = shown.get(at).agency();
            ranks.get(at).ifPresent(rank -> places.put(agency, Place.of(rank, shown.size())));
        }
    }

    public Summary whole() {
        return whole;
    }

    /** Null for a unit without a total, and for one whose total says nothing of its error. */
    public @Nullable Place place(String agency) {
        return places.get(agency);
    }

    /** The agencies right below the parent that are units or have some below them. */
    public List<String> branches() {
        return List.copyOf(branches.keySet());
    }

    public Summary summary(String branch) {
        return Summary.of(branches.getOrDefault(branch, List.of()), framework);
    }

    /** The number that a branch is sorted by: a mean over its units that have a total. */
    public Optional<BigDecimal> mean(String branch, Order order) {
        var shown = branches.getOrDefault(branch, List.of()).stream()
                .filter(Member::shown)
                .toList();
        var scores = order.byTotal()
                ? shown.stream().map(Member::total).map(Objects::requireNonNull).toList()
                : Summary.scores(shown, column(order));
        return Distribution.mean(scores, framework.rounding().places());
    }

    private int column(Order order) {
        return Column.all(framework).stream().map(Column::code).toList().indexOf(order.column());
    }
}
