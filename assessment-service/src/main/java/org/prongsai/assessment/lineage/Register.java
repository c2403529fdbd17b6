package org.prongsai.assessment.lineage;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.prongsai.assessment.agency.Agency;
import org.prongsai.contracts.assessment.AgencyChanged.Lineage;
import org.prongsai.contracts.assessment.AgencyChanged.Link;

/** All agencies, and the questions about several of them. */
final class Register {
    private final Map<String, Agency> agencies = new LinkedHashMap<>();

    Register(Collection<Agency> all) {
        all.forEach(each -> agencies.put(each.agency(), each));
    }

    Optional<Agency> find(String agency) {
        return Optional.ofNullable(agencies.get(agency));
    }

    /** Those directly below it that still exist on that day. */
    List<String> childrenOn(LocalDate day, String agency) {
        return agencies.values().stream()
                .filter(each -> agency.equals(each.parent())
                        && (each.exists(day) || each.from().isAfter(day)))
                .map(Agency::agency)
                .sorted()
                .toList();
    }

    /** Whether the first one came from the second, however long ago. */
    boolean descends(String agency, String from) {
        var open = new ArrayDeque<>(List.of(agency));
        Set<String> seen = new HashSet<>();
        while (!open.isEmpty()) {
            var next = open.pop();
            if (next.equals(from)) return true;
            if (seen.add(next))
                find(next).ifPresent(each -> each.lineage().predecessors().forEach(link -> open.push(link.agency())));
        }
        return false;
    }

    static Agency before(Agency agency, Link successor) {
        var lineage = agency.lineage();
        return agency.descending(new Lineage(lineage.predecessors(), and(lineage.successors(), successor)));
    }

    static Agency after(Agency agency, Link predecessor) {
        var lineage = agency.lineage();
        return agency.descending(new Lineage(and(lineage.predecessors(), predecessor), lineage.successors()));
    }

    private static List<Link> and(List<Link> links, Link one) {
        var all = new ArrayList<>(links);
        all.add(one);
        return all;
    }
}
