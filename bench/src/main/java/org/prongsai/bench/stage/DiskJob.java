package org.prongsai.bench.stage;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAccumulator;

/**
 * How long the disk itself takes to confirm a page, beside what is measured: nobody who commits can be faster than it, and
 * where it stands still everybody does.
 */
public final class DiskJob implements AutoCloseable {

    /** As large as what the smallest commit writes. */
    private static final int PAGE = 8 << 10;

    private static final int PAGES = 1_000;
    private static final Duration BETWEEN = Duration.ofMillis(50);

    private final Path file;
    private final LongAccumulator longest = new LongAccumulator(Long::max, 0);
    private final CountDownLatch over = new CountDownLatch(1);
    private final Thread thread;
    private volatile String trouble = "";

    private DiskJob(Path folder) {
        this.file = folder.resolve("bench-disk");
        this.thread = Thread.ofPlatform().name("bench-disk").unstarted(this::run);
    }

    /** Asks the disk that this folder lies on, some twenty times a second. */
    public static DiskJob start(Path folder) {
        var job = new DiskJob(folder);
        job.thread.start();
        return job;
    }

    /** The longest that the disk has taken since somebody asked last, in milliseconds. */
    public double longestMillis() {
        if (!trouble.isEmpty()) {
            throw new IllegalStateException(trouble);
        }
        return longest.getThenReset() / 1e6;
    }

    private void run() {
        try (var channel = FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE)) {
            for (long turn = 0; !ended(); turn++) {
                long began = System.nanoTime();
                channel.write(ByteBuffer.allocate(PAGE), turn % PAGES * PAGE);
                channel.force(false);
                longest.accumulate(System.nanoTime() - began);
            }
        } catch (IOException e) {
            trouble = "the disk could not be asked in " + file + ": " + e.getMessage();
        }
    }

    private boolean ended() {
        try {
            return over.await(BETWEEN.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    @Override
    public void close() {
        over.countDown();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
