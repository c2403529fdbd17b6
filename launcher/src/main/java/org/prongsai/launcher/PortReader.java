package org.prongsai.launcher;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Looks which ports are free, and where the system tells, who has the others. */
final class PortReader {

    private static final String LISTENING = "0A";

    private PortReader() {}

    static void refuseTaken(Ports ports) {
        for (var part : Topology.PARTS) {
            part.ports()
                    .map(ports::of)
                    .filter(port -> !isFree(port))
                    .findFirst()
                    .ifPresent(port -> {
                        throw new Refusal(
                                "Port %d, which %s needs, is taken%s: stop that, or move all ports with PRONGSAI_PORT_BASE=%d."
                                        .formatted(
                                                port,
                                                part.name(),
                                                holder(port),
                                                freePorts().base()));
                    });
        }
    }

    /** Below the range from which systems lend ports to clients. */
    static Ports freePorts() {
        return IntStream.generate(() -> ThreadLocalRandom.current().nextInt(1000, 2100) * 10)
                .limit(200)
                .filter(Ports::suitsBrowsers)
                .mapToObj(Ports::new)
                .filter(PortReader::areFree)
                .findFirst()
                .orElseThrow(() -> new Refusal("No free ports were found."));
    }

    private static boolean areFree(Ports ports) {
        return Topology.PARTS.stream().flatMap(Part::ports).allMatch(port -> isFree(ports.of(port)));
    }

    static boolean isFree(int port) {
        try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }

    static String holder(int port) {
        return Stream.of("/proc/net/tcp", "/proc/net/tcp6")
                .flatMap(table -> socketOf(Path.of(table), port).stream())
                .flatMap(socket -> owner(socket).stream())
                .findFirst()
                .map(process -> " by process %d (%s)"
                        .formatted(process.pid(), process.info().command().orElse("?")))
                .orElse("");
    }

    private static Optional<String> socketOf(Path table, int port) {
        var wanted = ":%04X".formatted(port);
        try (var lines = Files.lines(table)) {
            return lines.map(line -> line.strip().split("\\s+"))
                    .filter(columns ->
                            columns.length > 9 && columns[1].endsWith(wanted) && columns[3].equals(LISTENING))
                    .map(columns -> "socket:[" + columns[9] + "]")
                    .findFirst();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static Optional<ProcessHandle> owner(String socket) {
        return ProcessHandle.allProcesses()
                .filter(process -> holds(process, socket))
                .findFirst();
    }

    private static boolean holds(ProcessHandle process, String socket) {
        try (var open = Files.list(Path.of("/proc", String.valueOf(process.pid()), "fd"))) {
            return open.anyMatch(file -> leadsTo(file, socket));
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean leadsTo(Path file, String socket) {
        try {
            return Files.readSymbolicLink(file).toString().equals(socket);
        } catch (IOException e) {
            return false;
        }
    }
}
