package org.prongsai.notification.register;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.prongsai.contracts.assessment.AgencyChanged;
import org.prongsai.contracts.assessment.PersonChanged;
import org.prongsai.contracts.assessment.RoundEvent;
import org.prongsai.messaging.Told;

/** What a batch of events says in the end: the last state of each agency, round and person by its slug. */
record Heard(Map<String, Object> agencies, Map<String, Object> rounds, Map<String, Object> people) {

    static Heard of(List<Told> batch) {
        var heard = new Heard(new LinkedHashMap<>(), new LinkedHashMap<>(), new LinkedHashMap<>());
        batch.forEach(heard::hear);
        return heard;
    }

    private void hear(Told told) {
        switch (told.event()) {
            case AgencyChanged agency -> agencies.put(agency.agency(), agency);
            case RoundEvent event -> rounds.put(event.state().round(), event.state());
            case PersonChanged person -> people.put(person.person(), person);
            default -> {}
        }
    }
}
