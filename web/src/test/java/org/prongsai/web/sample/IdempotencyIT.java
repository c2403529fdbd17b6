package org.prongsai.web.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.prongsai.web.IdempotencyStore;
import org.prongsai.web.TestDatabase;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class IdempotencyIT {
    private TinyIssuer issuer;
    private TestDatabase database;
    private ConfigurableApplicationContext service;
    private String base;

    @BeforeAll
    void start() throws Exception {
        issuer = new TinyIssuer();
        issuer.start();
        database = new TestDatabase();
        service = new SpringApplicationBuilder(SampleApplication.class)
                .initializers(context -> ((GenericApplicationContext) context)
                        .registerBean(IdempotencyStore.class, () -> new IdempotencyStore(database.client)))
                .run("--server.port=0", "--management.server.port=0", "--prongsai.issuer=" + issuer.url());
        base = "http://localhost:" + service.getEnvironment().getProperty("local.server.port") + "/api/v1";
    }

    @AfterAll
    void stop() throws Exception {
        service.close();
        database.close();
        issuer.close();
    }

    private Answer post(String path, String key, String body, String sub) {
        return Answer.to(base + path, request -> request.POST(BodyPublishers.ofString(body))
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .header("Authorization", "Bearer " + issuer.token(sub, "admin")));
    }

    @Test
    void aRepeatGetsTheFirstAnswerAndDoesNothing() {
        var first = post("/agencies/imports", "k1", "{\"n\":1}", "a");
        assertThat(first.status()).isEqualTo(201);
        assertThat(first.header("Location")).isNotEmpty();
        var again = post("/agencies/imports", "k1", "{\"n\":1}", "a");
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.raw().body()).isEqualTo(first.raw().body());
        assertThat(again.header("Location")).isEqualTo(first.header("Location"));
        assertThat(again.header("Content-Type")).isEqualTo("application/json");
        assertThat(post("/agencies/imports", "k1", "{\"n\":1}", "b").raw().body())
                .isNotEqualTo(first.raw().body());
        assertThat(post("/agencies/imports", "k2", "{\"n\":1}", "a").raw().body())
                .isNotEqualTo(first.raw().body());
    }

    @Test
    void anotherBodyWithTheSameKeyIsRefused() {
        assertThat(post("/agencies/imports", "k3", "{\"n\":1}", "a").status()).isEqualTo(201);
        var other = post("/agencies/imports", "k3", "{\"n\":2}", "a");
        assertThat(other.status()).isEqualTo(422);
        assertThat(other.type()).isEqualTo("/problems/key-reused");
        assertThat(post("/agencies/imports", "no spaces please", "{}", "a").status())
                .isEqualTo(400);
    }

    @Test
    void aRefusedRequestMayBeTriedAgain() {
        assertThat(post("/rounds", "k4", "{\"from\":\"never\"}", "a").status()).isEqualTo(400);
        assertThat(post("/rounds", "k4", "{\"k\":5}", "a").status()).isEqualTo(200);
    }

    @Test
    void whatMayHaveBeenDoneIsNotDoneAgain() {
        var done = service.getBean(SampleEndpoint.class).done;
        assertThat(post("/marks/imports", "k9", "{}", "a").status()).isEqualTo(500);
        var again = post("/marks/imports", "k9", "{}", "a");
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.type()).isEqualTo("/problems/conflict");
        assertThat(done).hasValue(1);
    }

    @Test
    void aSecondRequestWhileTheFirstIsAtWorkIsAConflict() throws Exception {
        var gate = service.getBean(SampleEndpoint.class);
        gate.entered = new CountDownLatch(1);
        var first = CompletableFuture.supplyAsync(() -> post("/people", "k5", "{}", "a"));
        assertThat(gate.entered.await(10, TimeUnit.SECONDS)).isTrue();
        var second = post("/people", "k5", "{}", "a");
        assertThat(second.status()).isEqualTo(409);
        assertThat(second.header("Retry-After")).isEqualTo("1");
        gate.open.tryEmitEmpty();
        assertThat(first.get(10, TimeUnit.SECONDS).status()).isEqualTo(204);
        assertThat(post("/people", "k5", "{}", "a").status()).isEqualTo(204);
    }

    @Test
    void aKeyWhoseRequestDiedWithTheServiceIsFreeAgain() throws Exception {
        TestDatabase.run("""
                insert into idempotency (actor, key, fingerprint, at)
                values ('a', 'k6', 'died', now() - interval '6 minutes'), ('a', 'k7', 'at work', now())
                """);

        var retaken = post("/agencies/imports", "k6", "{\"n\":1}", "a");
        assertThat(retaken.status()).isEqualTo(201);
        assertThat(post("/agencies/imports", "k6", "{\"n\":1}", "a").raw().body())
                .isEqualTo(retaken.raw().body());
        assertThat(post("/agencies/imports", "k7", "{\"n\":1}", "a").status()).isEqualTo(422);
    }

    @Test
    void whatWasDoneIsAnsweredEvenIfTheAnswerCannotBeKept() throws Exception {
        TestDatabase.run("alter table idempotency add constraint full_disk check (key <> 'k8' or status is null)");

        assertThat(post("/agencies/imports", "k8", "{\"n\":1}", "a").status()).isEqualTo(201);
        assertThat(post("/agencies/imports", "k8", "{\"n\":1}", "a").status()).isEqualTo(409);
    }
}
