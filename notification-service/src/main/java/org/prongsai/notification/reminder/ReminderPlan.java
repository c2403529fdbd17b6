package org.prongsai.notification.reminder;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.prongsai.contracts.assessment.AgencyChanged;
import org.prongsai.contracts.assessment.PersonChanged;
import org.prongsai.contracts.assessment.RoundState;
import org.prongsai.notification.register.Register;

/** Decides who is to be reminded now: the holders of a step's duty at each unit that takes part, once a rung. */
record ReminderPlan(Map<String, String> duties, Ladder ladder) {

    /** One person's duty at one unit. */
    private record Post(String agency, String role) {}

    /** A rung of a deadline that one unit has reached, and the post there that is told of it. */
    private record Call(String round, Deadline deadline, int daysBefore, Post post) {
        Reminder to(String person) {
            return new Reminder(round, deadline.step(), post.agency(), person, daysBefore, deadline.to());
        }
    }

    /** @param told what was written before, at least of deadlines still ahead */
    List<Reminder> due(Register register, Set<Reminder> told, Instant now) {
        var people = holders(register.people(), Deadline.today(now));
        return calls(register, now)
                .flatMap(call ->
                        people.getOrDefault(call.post(), List.of()).stream().map(call::to))
                .filter(reminder -> !told.contains(reminder))
                .toList();
    }

    private Stream<Call> calls(Register register, Instant now) {
        var calls = Stream.<Call>builder();
        for (var round : register.rounds())
            for (var agency : register.agencies())
                if (round.includes(agency.candidate()))
                    duties.forEach(
                            (step, role) -> call(round, agency, step, role, now).ifPresent(calls));
        return calls.build();
    }

    private Optional<Call> call(RoundState round, AgencyChanged agency, String step, String role, Instant now) {
        return Deadline.of(round, step, agency).flatMap(deadline -> ladder.reached(deadline, now)
                .map(days -> new Call(round.round(), deadline, days, new Post(agency.agency(), role))));
    }

    private static Map<Post, List<String>> holders(List<PersonChanged> people, LocalDate today) {
        return people.stream()
                .flatMap(person -> posts(person, today).map(post -> Map.entry(post, person.person())))
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    private static Stream<Post> posts(PersonChanged person, LocalDate today) {
        return person.assignments().stream()
                .filter(each -> lasts(each.from(), each.to(), today))
                .map(each -> new Post(each.agency(), each.role()))
                .distinct();
    }

    private static boolean lasts(LocalDate from, @Nullable LocalDate to, LocalDate today) {
        return !today.isBefore(from) && (to == null || !today.isAfter(to));
    }
}
