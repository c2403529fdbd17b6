package org.prongsai.gateway;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The gateway on a real socket between callers and services of every temper; one for all tests. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "prongsai.services.response-timeout=4s",
            "prongsai.edge.trusted-proxies=1",
            "prongsai.edge.cors-origins=https://front.example",
            "prongsai.limits.caller.burst=5",
            "prongsai.limits.caller.per-second=1",
            "prongsai.limits.network.burst=5",
            "prongsai.limits.network.per-second=1",
            "prongsai.limits.answering.burst=5",
            "prongsai.limits.answering.per-second=1",
            "management.server.port=0"
        })
abstract class RunningGateway extends Calling {
    static final MoodyIssuer ISSUER = new MoodyIssuer();
    static final EchoServer ASSESSMENT = new EchoServer("assessment", "/api/v1/agencies.csv");
    static final SlowServer SCORING = new SlowServer("scoring", "/api/v1/log/{file}");
    static final BrokenServer DISCLOSURE = new BrokenServer("disclosure", "/api/v1/disclosures");

    static final EchoServer PORTAL = new EchoServer("portal", "/api/v1/undescribed");

    @DynamicPropertySource
    static void places(DynamicPropertyRegistry registry) {
        registry.add("prongsai.sign-in.issuer", ISSUER::base);
        registry.add("prongsai.services.at.assessment", ASSESSMENT::base);
        registry.add("prongsai.services.at.scoring", SCORING::base);
        registry.add("prongsai.services.at.disclosure", DISCLOSURE::base);
        registry.add("prongsai.services.at.notification", AbsentServer::base);
        registry.add("prongsai.services.at.portal", PORTAL::base);
    }
}
