package dev.hubcast.broadcasts;

import dev.hubcast.itest.HubcastWar;
import dev.hubcast.itest.OnServer;
import dev.hubcast.itest.ServerUnderTest;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jboss.shrinkwrap.api.Archive;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.spec.JavaArchive;
import org.jboss.shrinkwrap.api.spec.ResourceAdapterArchive;
import org.junit.jupiter.api.Test;

/** By a resource adapter, which is how messages come to Payara Micro. */
@OnServer(ServerUnderTest.PAYARA_MICRO)
class ResourceAdapterIT extends MessageDrivenBeans {

    ResourceAdapterIT() {
        super("post");
    }

    @Override
    Map<String, ? extends Archive<?>> archives() {
        Map<String, Archive<?>> archives = new LinkedHashMap<>();
        archives.put("post", ShrinkWrap.create(ResourceAdapterArchive.class).addAsLibrary(
                ShrinkWrap.create(JavaArchive.class, "post.jar").addClasses(Post.class, PostActivation.class, PostListener.class)));
        archives.put(SHOP, HubcastWar.watched(ShopApplication.with(PostResource.class, PostedOrders.class)));
        return archives;
    }

    @Test
    void nobody_hears_of_a_message_whose_delivery_was_rolled_back() {
        message("north/never?refused=true");
        message("north/tea");

        assertNorthHears("tea");
    }
}
