package org.prongsai.messaging;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.prongsai.contracts.Topic;
import reactor.core.publisher.Mono;

/** The last numbers of an outbox's streams. */
public final class StreamStore {

    private final PostgresClient database;

    public StreamStore(PostgresClient database) {
        this.database = database;
    }

    /**
     * After an outbox was lost: what it tells next has a higher number than anything that lies in the log, or nobody would
     * hear it.
     *
     * @return how many streams had lower numbers
     */
    public Mono<Long> raise(Topic topic, LogReader log) {
        var streams = List.copyOf(log.lastSeqs(Set.of(topic)).entrySet());
        return database.sql()
                .sql("""
                        insert into outbox_stream as s (topic, key, last_seq)
                        select :topic, key, last_seq from unnest(:keys, :numbers) as w(key, last_seq) order by key
                        on conflict (topic, key) do update set last_seq = excluded.last_seq
                            where s.last_seq < excluded.last_seq
                        """)
                .bind("topic", topic.channel())
                .bind("keys", streams.stream().map(each -> each.getKey().key()).toArray(String[]::new))
                .bind("numbers", streams.stream().map(Map.Entry::getValue).toArray(Long[]::new))
                .fetch()
                .rowsUpdated();
    }
}
