package dev.hubcast.incontainer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.hubcast.itest.HubcastWar;
import dev.hubcast.testing.ConnectAs;
import dev.hubcast.testing.DeployedHub;
import dev.hubcast.testing.FailedCallException;
import dev.hubcast.testing.HubTestClient;
import dev.hubcast.testing.RefusedConnectionException;
import jakarta.inject.Inject;
import java.io.File;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The testing kit's clients in the container, beside the application that they are clients of. */
@ExtendWith(ArquillianExtension.class)
class DeployedHubIT {

    private static final File TESTING_KIT = new File("target/hubcast-testing.jar");

    @Inject
    Orders orders;

    @Deployment
    static WebArchive application() {
        return HubcastWar.inContainer(OrdersHub.class, Orders.class, OrderPlaced.class).addAsLibrary(TESTING_KIT);
    }

    private static HubTestClient customer(String name, String region) {
        return DeployedHub.of(OrdersHub.class).connect(as -> customerOf(as, name, region));
    }

    private static ConnectAs customerOf(ConnectAs as, String name, String region) {
        return as.user(name).role("customer").pathParameter("region", region);
    }

    @Test
    void a_region_hears_of_an_order_after_the_commit() {
        HubTestClient ada = customer("ada", "north");
        HubTestClient eve = customer("eve", "south");

        orders.place("north", "tea");

        ada.received("placed", "tea");
        eve.receivedNothing();
    }

    @Test
    void nobody_hears_of_an_order_that_was_rolled_back() {
        HubTestClient ada = customer("ada", "east");

        assertThatExceptionOfType(FailedCallException.class)
                .isThrownBy(() -> ada.invoke("order", Orders.SOLD_OUT))
                .withMessage("An unexpected error occurred invoking 'order' on the server. HubException: Sold out.");

        ada.receivedNothing();
        ada.invoke("order", "tea");
        ada.received("placed", "tea");
        ada.receivedNothing();
    }

    @Test
    void the_containers_constraints_and_the_hubs_roles_hold() {
        HubTestClient ada = customer("ada", "west");
        HubTestClient clerk = DeployedHub.of(OrdersHub.class).connect(as -> customerOf(as, "grace", "west").role("clerk"));

        assertThatExceptionOfType(FailedCallException.class)
                .isThrownBy(() -> ada.invoke("order", " "))
                .withMessageContaining("HubException: product: ");
        assertThatExceptionOfType(FailedCallException.class)
                .isThrownBy(() -> ada.invoke("clerk"))
                .withMessage("Failed to invoke 'clerk' because user is unauthorized");
        assertThat(clerk.invoke(String.class, "clerk")).isEqualTo("grace");
    }

    @Test
    void the_others_hear_that_a_client_has_left() {
        HubTestClient ada = customer("ada", "centre");
        HubTestClient eve = customer("eve", "centre");

        eve.disconnect();
        ada.received("left", "eve");

        customer("bob", "centre").lose();
        ada.received("left", "bob");
    }

    @Test
    void who_may_not_connect_does_not() {
        assertThatExceptionOfType(RefusedConnectionException.class)
                .isThrownBy(() -> DeployedHub.of(OrdersHub.class).connect(as -> as.user("eve").pathParameter("region", "north")))
                .withMessage("403 Forbidden");
    }

    @Test
    void a_hub_that_the_application_does_not_have_is_told() {
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> DeployedHub.of(String.class))
                .withMessage("The application has no hub java.lang.String.");
    }
}
