package org.prongsai.rules;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Stand-ins for the framework types that planted classes name: the rules go by name, so the name is enough. */
final class Frameworks {

    private static final List<String> ANNOTATIONS = List.of(
            "org.springframework.stereotype.Component",
            "org.springframework.beans.factory.annotation.Autowired",
            "org.springframework.beans.factory.annotation.Qualifier",
            "org.springframework.web.bind.annotation.GetMapping",
            "com.fasterxml.jackson.annotation.JsonProperty",
            "org.mockito.Mock",
            "org.prongsai.web.Access");

    private static final List<String> CLASSES = List.of(
            "reactor.core.publisher.Mono",
            "io.r2dbc.spi.ConnectionFactory",
            "org.apache.kafka.clients.producer.KafkaProducer",
            "tools.jackson.databind.ObjectMapper",
            "org.prongsai.disclosure.item.Item",
            "org.prongsai.contracts.scoring.ScoreChanged",
            "org.prongsai.messaging.OutboxStore",
            "org.prongsai.messaging.PostgresClient");

    private static final Path COMPILED = compile();

    private Frameworks() {}

    /** Compiled once per run, beside the test classes. */
    static Path compiled() {
        return COMPILED;
    }

    private static Path compile() {
        Path folder = besideTestClasses().resolve("classes");
        List<Path> files = Stream.concat(
                        ANNOTATIONS.stream()
                                .map(name -> declare(name, "public @interface %s { String value() default \"\"; }")),
                        CLASSES.stream().map(name -> declare(name, "public class %s {}")))
                .map(source -> Planted.write(folder.resolveSibling("sources"), source))
                .toList();
        Planted.compile(files, folder);
        return folder;
    }

    private static Path besideTestClasses() {
        var classes = Frameworks.class.getProtectionDomain().getCodeSource().getLocation();
        return Path.of(URI.create(classes.toString())).resolveSibling("planted-frameworks");
    }

    private static String declare(String fullName, String shape) {
        int dot = fullName.lastIndexOf('.');
        return "package " + fullName.substring(0, dot) + ";\n" + shape.formatted(fullName.substring(dot + 1));
    }
}
