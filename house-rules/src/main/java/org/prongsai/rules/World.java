package org.prongsai.rules;

import static java.util.Map.entry;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaCodeUnitAccess;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Knows what lies outside the program: frameworks, network, files, clocks, luck and the machine. */
final class World {

    private static final Map<String, String> PACKAGES = Map.ofEntries(
            entry("org.springframework.", "Spring"),
            entry("reactor.", "Reactor"),
            entry("org.reactivestreams.", "Reactor"),
            entry("io.r2dbc.", "a database"),
            entry("java.sql.", "a database"),
            entry("javax.sql.", "a database"),
            entry("org.postgresql.", "a database"),
            entry("org.flywaydb.", "a database"),
            entry("org.apache.kafka.", "Kafka"),
            entry("java.net.", "the network"),
            entry("javax.net.", "the network"),
            entry("io.netty.", "the network"),
            entry("jakarta.mail.", "the network"),
            entry("java.nio.channels.", "files"),
            entry("java.nio.file.", "files"),
            entry("java.io.", "streams"));

    private static final Map<String, String> TYPES = Map.ofEntries(
            entry("java.time.Clock", "a clock"),
            entry("java.time.InstantSource", "a clock"),
            entry("java.util.Calendar", "a clock"),
            entry("java.util.GregorianCalendar", "a clock"),
            entry("java.util.Timer", "a clock"),
            entry("java.util.Random", "luck"),
            entry("java.util.SplittableRandom", "luck"),
            entry("java.util.concurrent.ThreadLocalRandom", "luck"),
            entry("java.util.random.RandomGeneratorFactory", "luck"),
            entry("java.security.SecureRandom", "luck"),
            entry("java.lang.Process", "the machine"),
            entry("java.lang.ProcessBuilder", "the machine"),
            entry("java.lang.ProcessHandle", "the machine"),
            entry("java.lang.Runtime", "the machine"));

    private static final Map<String, String> MEMBERS = Map.ofEntries(
            entry("java.lang.System.currentTimeMillis", "a clock"),
            entry("java.lang.System.nanoTime", "a clock"),
            entry("java.lang.System.getenv", "the machine"),
            entry("java.lang.System.getProperty", "the machine"),
            entry("java.lang.System.exit", "the machine"),
            entry("java.time.ZoneId.systemDefault", "the machine"),
            entry("java.lang.Math.random", "luck"),
            entry("java.lang.StrictMath.random", "luck"),
            entry("java.util.UUID.randomUUID", "luck"),
            entry("java.util.random.RandomGenerator.of", "luck"),
            entry("java.util.random.RandomGenerator.getDefault", "luck"));

    /** These look like the world by their package but only compute, or only name what may go wrong. */
    private static final Set<String> HARMLESS = Set.of(
            "java.net.URI",
            "java.net.URISyntaxException",
            "java.io.Serializable",
            "java.io.Closeable",
            "java.io.IOException",
            "java.io.UncheckedIOException",
            "java.io.StringReader",
            "java.io.StringWriter",
            "java.io.ByteArrayInputStream",
            "java.io.ByteArrayOutputStream");

    private World() {}

    static Optional<String> touchedBy(Dependency dependency) {
        String type = dependency.getTargetClass().getBaseComponentType().getName();
        if (HARMLESS.contains(type)) {
            return Optional.empty();
        }
        return Optional.ofNullable(TYPES.get(type))
                .or(() -> PACKAGES.entrySet().stream()
                        .filter(known -> type.startsWith(known.getKey()))
                        .map(Map.Entry::getValue)
                        .findFirst())
                .map(kind -> kind + ": " + type);
    }

    static Optional<String> touchedBy(JavaAccess<?> access) {
        String owner = access.getTargetOwner().getName();
        String member = owner + "." + access.getName();
        boolean reads = owner.startsWith("java.time.") && access.getName().equals("now");
        return Optional.ofNullable(reads ? "a clock" : MEMBERS.get(member))
                .or(() -> hidden(access, member))
                .map(kind -> kind + ": " + member);
    }

    /** The same names with more arguments are pure: they are given what these fetch for themselves. */
    private static Optional<String> hidden(JavaAccess<?> access, String member) {
        int arguments = arguments(access);
        if (member.equals("java.util.Collections.shuffle") && arguments == 1) {
            return Optional.of("luck");
        }
        return member.equals("java.util.Date.<init>") && arguments == 0 ? Optional.of("a clock") : Optional.empty();
    }

    private static int arguments(JavaAccess<?> access) {
        return access instanceof JavaCodeUnitAccess<?> call
                ? call.getTarget().getRawParameterTypes().size()
                : -1;
    }
}
