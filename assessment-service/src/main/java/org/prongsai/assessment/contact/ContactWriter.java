package org.prongsai.assessment.contact;

import java.util.HashSet;
import java.util.List;
import org.prongsai.assessment.contact.ContactStore.Counts;
import org.prongsai.assessment.contact.ContactStore.Unit;
import org.prongsai.messaging.PostgresClient;
import org.prongsai.web.Audit;
import org.prongsai.web.AuditWriter;
import org.prongsai.web.Fault;
import org.prongsai.web.Problem;
import org.prongsai.web.ProblemType;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Changes the contacts of a unit, each change with its audit row, which knows how many and never which. */
@Component
class ContactWriter {

    private final PostgresClient database;
    private final ContactStore contacts;

    ContactWriter(@Qualifier("assessment") PostgresClient database, ContactStore contacts) {
        this.database = database;
        this.contacts = contacts;
    }

    /**
     * Puts a list in the place of the one that is there. Numbers that were handed out stay, and do not come back with the
     * new list: nobody is called twice.
     *
     * @param onlyFirst whether there must be none yet
     */
    Mono<Counts> replace(Unit unit, List<Contact> list, boolean onlyFirst, Audit audit) {
        return changing(contacts.counts(unit)
                .filter(now -> now.in() > 0 && onlyFirst)
                .flatMap(now -> Mono.<Void>error(handedInBefore().refusal()))
                .then(Mono.defer(() -> contacts.handedOut(unit).collect(HashSet<String>::new, HashSet::add)))
                .flatMap(called -> contacts.forgetWaiting(unit)
                        .then(Mono.defer(() -> contacts.insert(
                                unit,
                                list.stream()
                                        .filter(each -> !called.contains(each.phone()))
                                        .toList()))))
                .then(Mono.defer(() -> contacts.counts(unit)))
                .flatMap(now -> written(audit, list.size(), now)));
    }

    /** So many numbers to call; none of them is ever given again. */
    Mono<List<Contact>> sample(Unit unit, int size, Audit audit) {
        return changing(contacts.sample(unit, size).flatMap(sample -> written(audit, sample.size(), sample)));
    }

    /** How many were forgotten. */
    Mono<Long> forget(Unit unit, Audit audit) {
        return changing(contacts.forget(unit).flatMap(count -> written(audit, count, count)));
    }

    private <T> Mono<T> changing(Mono<T> change) {
        return database.inTransaction(contacts.lock().then(change));
    }

    private <T> Mono<T> written(Audit audit, long count, T result) {
        return AuditWriter.write(database.sql(), audit.because(count + " numbers"))
                .thenReturn(result);
    }

    /** Whoever is assessed hands in who may be called, and does not choose anew when calls have begun. */
    private static Problem handedInBefore() {
        return Problem.of(ProblemType.NOT_YOURS)
                .with(List.of(new Fault(
                        "/contacts",
                        "handed-in-before",
                        "an assessor or the authority, who may replace or delete the list",
                        null)));
    }
}
