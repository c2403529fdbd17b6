package org.prongsai.web;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.reactive.result.method.RequestMappingInfo;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;

/** Reads off a service which address stands under which row of the access table, so that a test can walk them all. */
public final class AccessReader {
    private static final List<String> NOT_OURS = List.of("org.springdoc.", "org.springframework.web.reactive.");

    /** One address of a service; without a row it is closed to all, which is a bug. */
    public record Door(String method, String path, Optional<Permission> row) {
        @Override
        public String toString() {
            return method + " " + path + " " + row.map(Enum::name).orElse("-");
        }
    }

    private AccessReader() {}

    public static List<Door> doors(RequestMappingHandlerMapping mapping) {
        return mapping.getHandlerMethods().entrySet().stream()
                .filter(entry -> !foreign(entry.getValue()))
                .flatMap(entry -> doors(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparing(Door::path).thenComparing(Door::method))
                .toList();
    }

    /** The API description and the answer to OPTIONS are open to all. */
    static boolean foreign(HandlerMethod endpoint) {
        var type = endpoint.getBeanType().getName();
        return NOT_OURS.stream().anyMatch(type::startsWith);
    }

    private static Stream<Door> doors(RequestMappingInfo mapping, HandlerMethod endpoint) {
        var row =
                Optional.ofNullable(endpoint.getMethodAnnotation(Access.class)).map(Access::value);
        return mapping.getPatternsCondition().getPatterns().stream().flatMap(path -> methods(mapping).stream()
                .map(method -> new Door(method, path.getPatternString(), row)));
    }

    private static Collection<String> methods(RequestMappingInfo mapping) {
        var methods = mapping.getMethodsCondition().getMethods();
        return methods.isEmpty()
                ? List.of("*")
                : methods.stream().map(Enum::name).toList();
    }
}
