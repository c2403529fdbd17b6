package org.prongsai.messaging;

import java.util.ArrayList;
import java.util.List;

/** What reading a part of the log from its first record came to, beside the events themselves. */
public final class LogFindings {

    private final List<String> missing = new ArrayList<>();
    private final List<Sorting.Unread> unread = new ArrayList<>();
    private long records;
    private long repeated;
    private long ignored;

    void add(Sorting sorting) {
        records += sorting.told().size() + sorting.unread().size() + sorting.repeated() + sorting.ignored();
        repeated += sorting.repeated();
        ignored += sorting.ignored();
        unread.addAll(sorting.unread());
    }

    void missing(String what) {
        missing.add(what);
    }

    /** Of readers that read other partitions. */
    public LogFindings and(LogFindings other) {
        var both = new LogFindings();
        for (var each : List.of(this, other)) {
            both.records += each.records;
            both.repeated += each.repeated;
            both.ignored += each.ignored;
            both.missing.addAll(each.missing);
            both.unread.addAll(each.unread);
        }
        return both;
    }

    public long records() {
        return records;
    }

    /** Records whose number was heard before: sent once more, and without effect. */
    public long repeated() {
        return repeated;
    }

    /** Records of types that this version does not know. */
    public long ignored() {
        return ignored;
    }

    /** A sentence for each place where the numbers of a stream, or the log, show that records are missing. */
    public List<String> missing() {
        return List.copyOf(missing);
    }

    /** A sentence for each record of a known type that cannot be read; without what it holds. */
    public List<String> unreadable() {
        return unread.stream()
                .map(each -> "%s[%d]@%d: %s"
                        .formatted(
                                each.arrival().topic().channel(),
                                each.arrival().partition(),
                                each.arrival().offset(),
                                each.reason()))
                .toList();
    }

    List<Sorting.Unread> unread() {
        return unread;
    }
}
