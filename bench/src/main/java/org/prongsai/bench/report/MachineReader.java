package org.prongsai.bench.report;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import org.prongsai.bench.report.Report.Machine;

/** Looks what this machine is, and whether others are at work on it. */
public final class MachineReader {

    private MachineReader() {}

    public static Machine read() {
        var bean = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        return new Machine(
                Runtime.getRuntime().availableProcessors(),
                Math.round(bean.getTotalMemorySize() / (double) (1L << 30)),
                system(),
                System.getProperty("java.runtime.version"),
                bean.getSystemLoadAverage());
    }

    private static String system() {
        try (var lines = Files.lines(Path.of("/etc/os-release"))) {
            return lines.filter(line -> line.startsWith("PRETTY_NAME="))
                    .map(line -> line.replaceFirst("PRETTY_NAME=", "").replace("\"", ""))
                    .findFirst()
                    .orElse(System.getProperty("os.name"));
        } catch (IOException e) {
            return System.getProperty("os.name");
        }
    }
}
