package org.prongsai.launcher;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Starts the platform for a person at a terminal, tells them what happens, and stops it at Ctrl-C. */
final class UpCommand {

    private final LaunchSettings settings;
    private final Instant began = Instant.now();
    private volatile boolean stopping;

    private UpCommand(LaunchSettings settings) {
        this.settings = settings;
    }

    static void run(LaunchSettings settings) {
        new UpCommand(settings).run();
    }

    private void run() {
        say("Starting Prongsai in %s%s"
                .formatted(settings.data(), settings.ephemeral() ? ", which goes at the end" : ""));
        var platform = Platform.prepare(settings, this::say);
        var goodbye = Thread.ofPlatform().name("goodbye").unstarted(() -> stop(platform));
        Runtime.getRuntime().addShutdownHook(goodbye);
        start(platform, goodbye);
        platform.children().forEach(child -> child.onLoss(() -> lost(child)));
        if (!settings.empty() && !platform.folder().isSeeded()) {
            seed(platform);
        }
        say(summary(platform));
        print(welcome(platform));
        waitForEver();
    }

    private void start(Platform platform, Thread goodbye) {
        try {
            platform.startAll();
        } catch (RuntimeException e) {
            if (stopping) {
                waitForEver();
            }
            Runtime.getRuntime().removeShutdownHook(goodbye);
            platform.close();
            throw e;
        }
    }

    private void seed(Platform platform) {
        say("loading the demo rounds …");
        if (SeedCommand.load(settings.home(), settings.ports(), List.of()) == 0) {
            platform.folder().markSeeded();
        } else {
            say("the demo rounds were not loaded; the platform runs without them. Try again with ./prongsai seed");
        }
    }

    private String summary(Platform platform) {
        var processes =
                platform.children().flatMap(child -> child.processes().stream()).toList();
        var gibibytes = MemoryReader.resident(processes) / 1024.0 / 1024.0;
        return gibibytes == 0
                ? "ready"
                : "ready: %d processes of ours hold %.1f GiB"
                        .formatted(platform.children().count(), gibibytes);
    }

    private String welcome(Platform platform) {
        return """

                Worth opening
                  %1$s/a/imm-chiangmai               what visitors of an office see
                  %1$s/desk                          what a coordinator sees, after signing in
                  %1$s/docs                          the API, to read and try
                  %1$s/api/v1/about                  what this is
                  %1$s/api/v1/rounds                 the rounds
                  %2$s                       mail that was sent

                Accounts of this machine, password 'demo' (client secret 'demo' for scripts)
                  demo-admin  demo-admin-2  demo-assessor-1 … 3  demo-auditor  demo-system
                  demo-coordinator and demo-executive (imm-chiangmai)  demo-commander (imm-division-5)

                A token:  curl -s -u demo-auditor:demo -d grant_type=client_credentials %3$s
                Logs:     %4$s/logs
                Ctrl-C stops everything; %5$s.
                """.formatted(
                        platform.gateway(),
                        platform.mailbox(),
                        platform.tokenEndpoint(),
                        settings.data(),
                        settings.ephemeral() ? "the data goes with it" : "./prongsai up finds the data again");
    }

    private void lost(ChildServer child) {
        say("%s has ended unexpectedly. The end of %s:%n%s%nStop with Ctrl-C and start again."
                .formatted(child.part().name(), child.log(), LogReader.tail(child.log())));
    }

    private void stop(Platform platform) {
        stopping = true;
        say("stopping …");
        platform.close();
        say("stopped");
    }

    private void say(String sentence) {
        print("%6.1f s  %s".formatted(Duration.between(began, Instant.now()).toMillis() / 1000.0, sentence));
    }

    private static void print(String text) {
        System.out.println(text);
    }

    private static void waitForEver() {
        try {
            Thread.currentThread().join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
