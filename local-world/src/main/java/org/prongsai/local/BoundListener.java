package org.prongsai.local;

import org.apache.catalina.connector.Connector;
import org.apache.coyote.AbstractProtocol;
import org.springframework.boot.tomcat.TomcatWebServer;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.ApplicationListener;

/** Looks at the address the web server has really taken, whatever the settings said, and stops unless it is loopback. */
final class BoundListener implements ApplicationListener<WebServerInitializedEvent> {

    @Override
    public void onApplicationEvent(WebServerInitializedEvent event) {
        var tomcat = ((TomcatWebServer) event.getWebServer()).getTomcat();
        for (var connector : tomcat.getService().findConnectors()) {
            refuseUnlessLoopback(connector);
        }
    }

    static void refuseUnlessLoopback(Connector connector) {
        var address = ((AbstractProtocol<?>) connector.getProtocolHandler()).getAddress();
        if (address == null || !address.isLoopbackAddress()) {
            throw LoopbackListener.refusal(
                    LoopbackListener.BIND, address == null ? "every address" : address.getHostAddress());
        }
    }
}
