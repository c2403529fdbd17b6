package org.prongsai.messaging;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.prongsai.contracts.Topic;

/**
 * Reads partitions from their first record, as an inbox hears them but in no group: it moves nobody's position. Where
 * records are missing it says so and reads on. For one thread.
 */
public final class LogReader implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** The end of a transaction is a record that no poll returns for. */
    private static final Duration PAUSE = Duration.ofMillis(20);

    /** Bytes asked for at once: what is read whole goes in large pieces. */
    private static final int PIECE = 4 * 1024 * 1024;

    /** A record may hold hundreds of answers, each of which is some kilobytes once it is read. */
    private static final int RECORDS_AT_ONCE = 25;

    private static final int SMALL_AT_ONCE = 1000;

    private final KafkaConsumer<String, String> kafka;
    private final Duration patience;
    private final Map<Place, Long> next = new HashMap<>();
    private final Map<Arrival.Stream, Long> lastSeqs = new HashMap<>();
    private final Map<Arrival.Stream, Marks> marks = new HashMap<>();
    private final LogFindings findings = new LogFindings();

    private LogReader(KafkaConsumer<String, String> kafka, Duration patience) {
        this.kafka = kafka;
        this.patience = patience;
    }

    /** @param settings how to reach Kafka: {@code bootstrap.servers} and what its security needs */
    public static LogReader open(Map<String, Object> settings) {
        return open(settings, RECORDS_AT_ONCE, PATIENCE);
    }

    /** For topics with small records, which take longer to ask for than to read. */
    public static LogReader ofSmall(Map<String, Object> settings) {
        return open(settings, SMALL_AT_ONCE, PATIENCE);
    }

    static LogReader open(Map<String, Object> settings, int atOnce, Duration patience) {
        var own = new HashMap<>(settings);
        own.remove(ConsumerConfig.GROUP_ID_CONFIG);
        own.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        own.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
        own.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, PIECE);
        own.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, atOnce);
        own.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, PIECE);
        // A broker asked for more of the partition before holds up the question for the next one so long.
        own.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, (int) PAUSE.toMillis());
        own.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) PATIENCE.toMillis());
        own.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        return new LogReader(new KafkaConsumer<>(own, new StringDeserializer(), new StringDeserializer()), patience);
    }

    /** Where each partition of these topics ends now; a topic that does not exist has none. */
    public Map<Place, Long> ends(Collection<Topic> topics) {
        var partitions = topics.stream().flatMap(this::partitions).toList();
        return kafka.endOffsets(partitions).entrySet().stream()
                .collect(Collectors.toMap(end -> PlaceReader.place(end.getKey()), Map.Entry::getValue));
    }

    private Stream<TopicPartition> partitions(Topic topic) {
        return kafka.partitionsFor(topic.channel()).stream()
                .map(each -> new TopicPartition(topic.channel(), each.partition()));
    }

    /**
     * Reads on where the last reading of this partition ended, at first from its first record.
     *
     * @param until offset behind the last record that is wanted
     * @param hear takes each event once, in the order of its stream
     * @throws KafkaException if Kafka gives nothing for half a minute
     */
    public void read(Place place, long until, Consumer<List<Told>> hear) {
        if (next.getOrDefault(place, 0L) >= until) {
            return;
        }
        var partition = PlaceReader.partition(place);
        kafka.assign(List.of(partition));
        kafka.seek(partition, next.computeIfAbsent(place, _ -> first(partition)));
        long heard = System.nanoTime();
        while (next(place) < until) {
            var arrivals = poll(partition, until);
            take(arrivals, hear);
            long before = next(place);
            next.put(place, Math.min(until, kafka.position(partition)));
            heard = next(place) > before ? System.nanoTime() : patient(heard, place);
        }
    }

    private long next(Place place) {
        return Objects.requireNonNull(next.get(place));
    }

    private long first(TopicPartition partition) {
        long first = Objects.requireNonNull(
                kafka.beginningOffsets(List.of(partition)).get(partition));
        if (first > 0 && !PlaceReader.place(partition).topic().compacted()) {
            findings.missing("%s begins with record %d: the first %d are gone".formatted(partition, first, first));
        }
        return first;
    }

    private List<Arrival> poll(TopicPartition partition, long until) {
        var records = kafka.poll(PAUSE).records(partition);
        return StreamSupport.stream(records.spliterator(), false)
                .filter(each -> each.offset() < until)
                .map(ArrivalReader::read)
                .toList();
    }

    private long patient(long heard, Place place) {
        if (System.nanoTime() - heard > patience.toNanos()) {
            throw new KafkaException("Kafka gave nothing of %s[%d] for %d s"
                    .formatted(place.topic().channel(), place.partition(), patience.toSeconds()));
        }
        return heard;
    }

    private void take(List<Arrival> arrivals, Consumer<List<Told>> hear) {
        arrivals.forEach(this::compare);
        var rest = arrivals;
        while (!rest.isEmpty()) {
            var sorting = Sorting.of(rest, Map.of(), known(rest));
            lastSeqs.putAll(sorting.movedSeqs());
            rest = behind(rest, sorting);
            findings.add(sorting);
            hear.accept(sorting.told());
            if (!rest.isEmpty()) {
                note(rest.getFirst());
            }
        }
    }

    /** Of the records of a compacted topic only the last ones are there. */
    private void compare(Arrival arrival) {
        if (arrival.streamSeq() == 0 || arrival.topic().compacted()) {
            return;
        }
        if (!marks.computeIfAbsent(arrival.stream(), _ -> new Marks()).agree(arrival)) {
            findings.missing("%s[%d]@%d: another record than before lies under number %d of %s, and counts nowhere"
                    .formatted(
                            arrival.topic().channel(),
                            arrival.partition(),
                            arrival.offset(),
                            arrival.streamSeq(),
                            arrival.key()));
        }
    }

    /** What the sorting did not take: it ends before the first record of a stream that is not the next. */
    private static List<Arrival> behind(List<Arrival> all, Sorting sorting) {
        return all.stream()
                .dropWhile(each -> each.offset() < sorting.nextOffsets().getOrDefault(each.place(), 0L))
                .toList();
    }

    private Map<Arrival.Stream, Long> known(List<Arrival> arrivals) {
        var known = new HashMap<Arrival.Stream, Long>();
        arrivals.forEach(each -> known.put(each.stream(), lastSeqs.getOrDefault(each.stream(), 0L)));
        return known;
    }

    /** The stream goes on with the number found, as if those before it had been heard. */
    private void note(Arrival gap) {
        long last = lastSeqs.getOrDefault(gap.stream(), 0L);
        findings.missing("%s[%d]@%d: %s goes from number %d to %d"
                .formatted(gap.topic().channel(), gap.partition(), gap.offset(), gap.key(), last, gap.streamSeq()));
        lastSeqs.put(gap.stream(), gap.streamSeq() - 1);
    }

    Map<Place, Long> positions(Set<Topic> topics) {
        return next.entrySet().stream()
                .filter(each -> topics.contains(each.getKey().topic()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    Map<Arrival.Stream, Long> lastSeqs(Set<Topic> topics) {
        return lastSeqs.entrySet().stream()
                .filter(each -> topics.contains(each.getKey().topic()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    Map<Arrival.Stream, Long> lastSeqs() {
        return lastSeqs;
    }

    public LogFindings findings() {
        return findings;
    }

    @Override
    public void close() {
        kafka.close();
    }
}
