package dev.hubcast.broadcasts;

import dev.hubcast.itest.HubcastWar;
import dev.hubcast.itest.OnServer;
import dev.hubcast.itest.ServerUnderTest;
import java.util.Map;
import org.jboss.shrinkwrap.api.Archive;
import org.junit.jupiter.api.Test;

/** By Jakarta Messaging, which WildFly has and Payara Micro has not. */
@OnServer(ServerUnderTest.WILDFLY)
class MessagingIT extends MessageDrivenBeans {

    MessagingIT() {
        super("mail");
    }

    @Override
    Map<String, ? extends Archive<?>> archives() {
        return Map.of(SHOP, HubcastWar.watched(ShopApplication.with(MailResource.class, MailedOrders.class)));
    }

    @Test
    void a_message_that_is_delivered_again_after_a_rollback_is_heard_once() {
        message("north/tea?refused=true");

        assertNorthHears("tea again");
    }
}
