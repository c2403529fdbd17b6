package org.prongsai.e2e.drill;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.LongAdder;

/** What went to and fro in a drill, counted by all who take part. */
final class Counted {

    final LongAdder answered = new LongAdder();
    final LongAdder acknowledged = new LongAdder();
    final LongAdder changed = new LongAdder();
    final LongAdder repeated = new LongAdder();
    final LongAdder redeemed = new LongAdder();
    final LongAdder refused = new LongAdder();
    final LongAdder givenUp = new LongAdder();

    private final Map<Integer, LongAdder> statuses = new ConcurrentSkipListMap<>();
    private final ConcurrentLinkedQueue<String> surprises = new ConcurrentLinkedQueue<>();

    void status(int status) {
        statuses.computeIfAbsent(status, any -> new LongAdder()).increment();
    }

    /** Something that no service may ever say, whatever dies. */
    void surprise(String what) {
        if (surprises.size() < 100) {
            surprises.add(what);
        }
    }

    List<String> surprises() {
        return List.copyOf(surprises);
    }

    /** How often each status came; 0 is no reply. */
    String statuses() {
        return statuses.toString();
    }

    long sent() {
        return statuses.values().stream().mapToLong(LongAdder::sum).sum();
    }
}
