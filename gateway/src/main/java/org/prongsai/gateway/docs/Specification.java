package org.prongsai.gateway.docs;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * One OpenAPI document made of those of the services; two components of one name but different content keep apart, and
 * a path that no door leads to is not described but named, since nobody outside can call it.
 */
final class Specification {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String REFERENCE = "#/components/";

    private final ObjectNode merged = JSON.createObjectNode();
    private final BiPredicate<String, String> hasDoor;

    private Specification(List<String> absent, BiPredicate<String, String> hasDoor) {
        this.hasDoor = hasDoor;
        merged.put("openapi", "3.1.0");
        ObjectNode info = merged.putObject("info");
        info.put("title", "Prongsai").put("version", "1");
        info.put("description", absent.isEmpty() ? "The whole public API." : "Left out, being away: " + absent + ".");
        ArrayNode away = merged.putArray("x-absent-services");
        absent.forEach(away::add);
        merged.putArray("x-paths-without-door");
        merged.putArray("servers").addObject().put("url", "/");
        merged.putObject("paths");
        merged.putObject("components");
    }

    /** Of the documents by service, and the names of the services that are away; asks of a service's path for its door. */
    static ObjectNode merge(Map<String, JsonNode> services, List<String> absent, BiPredicate<String, String> hasDoor) {
        Specification whole = new Specification(absent, hasDoor);
        new TreeMap<>(services).forEach(whole::add);
        return whole.merged;
    }

    /** The document of one service as callers see it: at the gateway, not where the service itself listens. */
    static ObjectNode atGateway(JsonNode service) {
        ObjectNode document = ((ObjectNode) service).deepCopy();
        document.putArray("servers").addObject().put("url", "/");
        return document;
    }

    private void add(String service, JsonNode original) {
        JsonNode document = original.deepCopy();
        Map<String, String> renamed = new TreeMap<>();
        addComponents(service, document.path("components"), renamed);
        redirect(document, renamed);
        document.path("paths").propertyStream().forEach(path -> addPath(service, path.getKey(), path.getValue()));
        document.path("tags").forEach(merged.withArray("/tags")::add);
    }

    private void addComponents(String service, JsonNode components, Map<String, String> renamed) {
        components.propertyStream().forEach(kind -> {
            ObjectNode known = merged.withObject("/components/" + kind.getKey());
            kind.getValue().propertyStream().forEach(component -> {
                String name = component.getKey();
                JsonNode present = known.get(name);
                boolean clash = present != null && !present.equals(component.getValue());
                String kept = clash ? service + "." + name : name;
                if (clash) {
                    renamed.put(REFERENCE + kind.getKey() + "/" + name, REFERENCE + kind.getKey() + "/" + kept);
                }
                known.set(kept, component.getValue());
            });
        });
    }

    private void addPath(String service, String path, JsonNode operations) {
        if (!hasDoor.test(service, path)) {
            merged.withArray("/x-paths-without-door").add(path);
            return;
        }
        JsonNode known = merged.get("paths").get(path);
        if (known instanceof ObjectNode object) {
            object.setAll((ObjectNode) operations);
        } else {
            ((ObjectNode) merged.get("paths")).set(path, operations);
        }
    }

    private static void redirect(JsonNode node, Map<String, String> renamed) {
        String better = renamed.get(node.path("$ref").asString(""));
        if (better != null && node instanceof ObjectNode object) {
            object.put("$ref", better);
        }
        node.forEach(child -> redirect(child, renamed));
    }
}
