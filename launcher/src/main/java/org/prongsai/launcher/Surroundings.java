package org.prongsai.launcher;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** Knows the environment that each process is started with. */
final class Surroundings {

    /** Whatever Spring would believe before the settings that a process is started with, such as where it listens. */
    private static final Pattern STEERING = Pattern.compile("(?i)(server|management|spring)[._-].*"
            + "|prongsai[._-](audience|(public[._-])?client([._-](id|secret))?|session[._-].*"
            + "|postgres[._-](ssl|ca)|database[._-].*|kafka[._-](replicas|partitions))");

    private Surroundings() {}

    /** Whether a process must not inherit this variable from the one who starts the platform. */
    static boolean steers(String variable) {
        return STEERING.matcher(variable).matches();
    }

    static Map<String, String> of(Part part, Ports ports, String data, boolean drills) {
        var environment = new HashMap<String, String>();
        environment.put("PRONGSAI_BIND", "127.0.0.1");
        environment.put("PRONGSAI_PORT", String.valueOf(ports.of(part.port())));
        environment.put("PRONGSAI_DATA", data);
        environment.put("PRONGSAI_ISSUER", ports.url(Topology.LOCAL_WORLD.port()));
        environment.put("PRONGSAI_GATEWAY", ports.url(Topology.GATEWAY.port()));
        environment.putAll(part.managed() ? service(part, ports, data) : world(ports, drills));
        for (var called : part.calls()) {
            environment.putAll(address(called, ports));
        }
        if (part.equals(Topology.GATEWAY)) {
            // What the local world's sign-in knows it by; nowhere else is there a secret that is not made.
            environment.put("PRONGSAI_CLIENT_SECRET", "demo");
        }
        return environment;
    }

    private static Map<String, String> service(Part part, Ports ports, String data) {
        return Map.of(
                "PRONGSAI_MANAGEMENT_PORT", String.valueOf(ports.of(part.managementPort())),
                "PRONGSAI_POSTGRES", ports.address("postgres"),
                "PRONGSAI_KAFKA", ports.address("kafka"),
                "PRONGSAI_SECRETS", data + "/secrets/" + part.name());
    }

    private static Map<String, String> world(Ports ports, boolean drills) {
        return Map.of(
                "PRONGSAI_POSTGRES_PORT", String.valueOf(ports.of(Topology.portOf("postgres"))),
                "PRONGSAI_KAFKA_PORT", String.valueOf(ports.of(Topology.portOf("kafka"))),
                "PRONGSAI_KAFKA_CONTROLLER_PORT", String.valueOf(ports.of(Topology.portOf("kafka-controller"))),
                "PRONGSAI_SMTP_PORT", String.valueOf(ports.of(Topology.portOf("mail"))),
                "PRONGSAI_DRILLS", String.valueOf(drills));
    }

    private static Map<String, String> address(String called, Ports ports) {
        return called.equals("mail")
                ? Map.of(
                        "PRONGSAI_SMTP_HOST",
                        "localhost",
                        "PRONGSAI_SMTP_PORT",
                        String.valueOf(ports.of(Topology.portOf(called))))
                : Map.of(Topology.named(called).variable(), ports.url(Topology.portOf(called)));
    }
}
