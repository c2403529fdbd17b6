package org.prongsai.e2e.drill;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.prongsai.blind.Base64Url;
import org.prongsai.blind.Blinding;
import org.prongsai.blind.TicketClient;
import org.prongsai.e2e.Visitor;
import org.prongsai.e2e.drill.AnswerClient.Reply;
import org.prongsai.e2e.drill.RoundClient.Invited;

/** People who answer until the window closes: some once, some again, some otherwise, some with a ticket, some nonsense. */
final class CrowdJob implements AutoCloseable {

    private static final double NONSENSE = 0.03;
    private static final double INVITED = 0.03;
    private static final double AGAIN = 0.12;
    private static final double OTHERWISE = 0.12;
    private static final double IMPATIENT = 0.05;

    final Counted counted = new Counted();
    final Survey service;
    final Survey staff;

    private final Size size;
    private final RoundClient round;
    private final List<String> units;
    private final Queue<Slip> slips = new ConcurrentLinkedQueue<>();
    private final TicketClient tickets = new TicketClient();
    private final AtomicBoolean over = new AtomicBoolean();
    private final AtomicBoolean closed = new AtomicBoolean();
    private final AnswerClient door;
    private final AtomicInteger going = new AtomicInteger();
    private final ExecutorService people = Executors.newVirtualThreadPerTaskExecutor();

    private record Slip(Invited by, String code) {}

    CrowdJob(String gateway, RoundClient round, Size size) {
        this.size = size;
        this.round = round;
        this.units = round.units(size.units());
        this.service = round.survey("eit");
        this.staff = round.survey("iit");
        this.door = new AnswerClient(gateway, counted, over);
        for (var unit : units.subList(0, size.inviting())) {
            var invited = round.invite(unit, size.invited());
            invited.codes().forEach(code -> slips.add(new Slip(invited, code)));
        }
    }

    void start() {
        for (int i = 0; i < size.people(); i++) {
            going.incrementAndGet();
            people.submit(this::answerUntilClosed);
        }
    }

    List<Survey> surveys() {
        return List.of(service, staff);
    }

    /** Whether somebody was told that the window is closed. */
    boolean isClosed() {
        return closed.get();
    }

    /** Whether everybody has gone. */
    boolean isGone() {
        return going.get() == 0;
    }

    private void answerUntilClosed() {
        try {
            while (!closed.get() && !over.get()) {
                visit();
                LockSupport.parkNanos(size.pause().toNanos());
            }
        } catch (RuntimeException e) {
            counted.surprise(e.toString());
        } finally {
            going.decrementAndGet();
        }
    }

    private void visit() {
        if (chance(NONSENSE)) {
            writeNonsense();
            return;
        }
        var slip = chance(INVITED) ? slips.poll() : null;
        if (slip == null) {
            converse(service, unit(), Map.of("token", tickets.openToken()));
        } else {
            redeem(slip);
        }
    }

    /** The blinded number is the same each time: that is what makes a lost reply no lost vote. */
    private void redeem(Slip slip) {
        Blinding blinding = tickets.begin(slip.by().key().key());
        var body = Visitor.JSON.writeValueAsString(Map.of("invitation", slip.code(), "blinded", blinding.blinded()));
        var reply = door.send(round.path(slip.by().unit()) + "/tickets", body, true);
        if (isUnknown(reply)) {
            return;
        }
        if (!reply.taken()) {
            counted.surprise("a ticket was answered with " + reply);
            return;
        }
        counted.redeemed.increment();
        var signature = Base64Url.decode(reply.json().path("blindSignature").asString());
        var ticket = blinding.finish(signature.orElseThrow()).orElseThrow();
        converse(staff, slip.by().unit(), Map.of("token", ticket.token(), "signature", ticket.signature()));
    }

    private void converse(Survey survey, String unit, Map<String, String> ticket) {
        int number = survey.ledger().next();
        var first = send(unit, survey.body(ticket, number), !chance(IMPATIENT));
        if (!isTaken(first)) {
            return;
        }
        survey.ledger().acknowledged(number);
        counted.acknowledged.increment();
        int lost = first.lost();
        if (chance(AGAIN)) {
            var again = send(unit, survey.body(ticket, number), true);
            lost += again.lost();
            if (isTaken(again)) {
                compare(first, again);
                counted.repeated.increment();
            }
        }
        // What was lost may still be under way, and would take the place of what was sent after it.
        if (lost == 0 && chance(OTHERWISE)) {
            change(survey, unit, ticket, number, first);
        }
    }

    private void change(Survey survey, String unit, Map<String, String> ticket, int from, Reply first) {
        int to = survey.ledger().next();
        var other = send(unit, survey.body(ticket, to), !chance(IMPATIENT));
        if (isTaken(other)) {
            survey.ledger().changed(from, to);
            compare(first, other);
            counted.changed.increment();
        } else {
            survey.ledger().perhapsChanged(from, to);
        }
    }

    /** An answer that does not exist, or a token that is none. */
    private void writeNonsense() {
        int number = service.ledger().next();
        service.ledger().refused(number);
        var answers = new LinkedHashMap<>(service.numbered().answers(number));
        var ticket = new HashMap<>(Map.of("token", tickets.openToken()));
        if (chance(0.5)) {
            answers.replace(answers.firstEntry().getKey(), "nonsense");
        } else {
            ticket.put("token", "nonsense");
        }
        var reply = send(unit(), service.body(ticket, answers), true);
        if (isUnknown(reply)) {
            return;
        }
        if (reply.refused()) {
            counted.refused.increment();
        } else {
            counted.surprise("nonsense was answered with " + reply);
        }
    }

    private Reply send(String unit, String body, boolean patient) {
        return door.send(round.path(unit) + "/responses", body, patient);
    }

    private boolean isTaken(Reply reply) {
        if (isUnknown(reply)) {
            return false;
        }
        if (!reply.taken()) {
            counted.surprise("an answer was answered with " + reply);
        }
        return reply.taken();
    }

    private boolean isUnknown(Reply reply) {
        if (reply.closed()) {
            closed.set(true);
        }
        return reply.unknown();
    }

    private void compare(Reply one, Reply other) {
        var receipt = one.json().path("receipt").asString();
        if (!receipt.equals(other.json().path("receipt").asString())) {
            counted.surprise("the receipts differ of " + one + " and " + other);
        }
    }

    private String unit() {
        return units.get(ThreadLocalRandom.current().nextInt(units.size()));
    }

    private static boolean chance(double share) {
        return ThreadLocalRandom.current().nextDouble() < share;
    }

    /** Nobody waits any longer. */
    @Override
    public void close() {
        over.set(true);
        people.close();
    }
}
