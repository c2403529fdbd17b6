package org.prongsai.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;

/** Adds up what processes hold in memory, where the system tells. */
final class MemoryReader {

    private MemoryReader() {}

    /** In KiB; zero when unknown. */
    static long resident(Collection<ProcessHandle> processes) {
        return processes.stream().mapToLong(MemoryReader::resident).sum();
    }

    private static long resident(ProcessHandle process) {
        try (var lines = Files.lines(Path.of("/proc", String.valueOf(process.pid()), "status"))) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .sum();
        } catch (IOException e) {
            return 0;
        }
    }
}
