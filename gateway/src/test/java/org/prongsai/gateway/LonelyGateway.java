package org.prongsai.gateway;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The gateway while nobody else is there. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"management.server.port=0", "PRONGSAI_SECRETS=/nowhere"})
abstract class LonelyGateway extends Calling {
    @DynamicPropertySource
    static void nobodyElse(DynamicPropertyRegistry registry) {
        registry.add("prongsai.sign-in.issuer", AbsentServer::base);
        registry.add("prongsai.services.at.assessment", AbsentServer::base);
        registry.add("prongsai.services.at.scoring", AbsentServer::base);
        registry.add("prongsai.services.at.disclosure", AbsentServer::base);
        registry.add("prongsai.services.at.notification", AbsentServer::base);
        registry.add("prongsai.services.at.portal", AbsentServer::base);
    }
}
