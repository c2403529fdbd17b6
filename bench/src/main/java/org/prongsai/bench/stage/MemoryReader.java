package org.prongsai.bench.stage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Reads what processes hold in memory, in KiB, where the system tells; zero where it does not. */
public final class MemoryReader {

    private static final String MARK = ".pid";

    private MemoryReader() {}

    /** By name, each process of the platform whose data lie in this folder, with those it started itself. */
    public static Map<String, Long> resident(Path data) {
        var resident = new TreeMap<String, Long>();
        try (var marks = Files.list(data.resolve("run"))) {
            for (var mark : marks.filter(file -> file.toString().endsWith(MARK)).toList()) {
                long pid = Long.parseLong(Files.readString(mark).strip().split(" ")[0]);
                String name = mark.getFileName().toString().replace(MARK, "");
                resident.put(
                        name, ProcessHandle.of(pid).map(MemoryReader::resident).orElse(0L));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the platform keeps the numbers of its processes elsewhere", e);
        }
        return resident;
    }

    private static long resident(ProcessHandle process) {
        return family(process).mapToLong(each -> line(each, "VmRSS:")).sum();
    }

    /** The most that the largest of a process and those it started has held. */
    public static long peak(ProcessHandle process) {
        return family(process).mapToLong(each -> line(each, "VmHWM:")).max().orElse(0);
    }

    private static Stream<ProcessHandle> family(ProcessHandle process) {
        return Stream.concat(Stream.of(process), process.descendants());
    }

    private static long line(ProcessHandle process, String name) {
        try (var lines = Files.lines(Path.of("/proc", String.valueOf(process.pid()), "status"))) {
            return lines.filter(line -> line.startsWith(name))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .sum();
        } catch (IOException | UncheckedIOException ended) {
            return 0;
        }
    }
}
