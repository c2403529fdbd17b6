package org.prongsai.gateway.edge;

import org.prongsai.gateway.problem.ReasonWriter;
import org.springframework.boot.reactor.netty.NettyReactiveWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.netty.NettyPipeline;

/** Puts our handler for unreadable requests right behind the one that reads them. */
@Configuration(proxyBeanMethods = false)
class EdgeConfig {
    @Bean
    WebServerFactoryCustomizer<NettyReactiveWebServerFactory> unreadableRequests(
            EdgeSettings settings, ReasonWriter reasons) {
        return factory ->
                factory.addServerCustomizers(server -> server.doOnChannelInit((_, channel, _) -> channel.pipeline()
                        .addAfter(
                                NettyPipeline.HttpCodec,
                                "unreadable",
                                new UnreadableHandler(settings.patience().toBytes(), reasons::count))));
    }
}
