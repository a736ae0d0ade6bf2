package dev.hubcast.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.hubcast.Hub;
import dev.hubcast.HubCaller;
import dev.hubcast.HubContext;
import dev.hubcast.HubException;
import dev.hubcast.HubMethod;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.json.bind.JsonbConfig;
import jakarta.json.bind.config.PropertyNamingStrategy;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.websocket.server.ServerEndpoint;
import java.lang.reflect.Type;
import java.time.LocalDate;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class HubTesterCallsTest {

    record Trip(String to, LocalDate on) {}

    public static class Place {
        public String fullName = "Ada's house";
    }

    @Hub
    @ServerEndpoint("/hubs/travel")
    static class TravelHub {

        @Inject HubContext<TravelHub> hub;

        public Trip postpone(Trip trip, int days) {
            return new Trip(trip.to(), trip.on().plusDays(days));
        }

        public List<Trip> all(List<String> places) {
            return places.stream().map(place -> new Trip(place, LocalDate.EPOCH)).toList();
        }

        public Place place() {
            return new Place();
        }

        public void nothing() {}

        public String echo(String text) {
            return text;
        }

        @HubMethod("Renamed")
        public void named() {}

        @RolesAllowed("guide")
        public String guided(HubCaller caller) {
            return caller.userName();
        }

        public boolean isGuide(HubCaller caller, String role) {
            return caller.isUserInRole(role);
        }

        public void book(@NotBlank(message = "say where") @Size(max = 5, message = "too far") String place) {}

        @NotNull(message = "lost it")
        public String lost() {
            return null;
        }

        public void sorry() {
            throw new HubException("Sold out.");
        }

        public void broken() {
            throw new IllegalStateException("the secret");
        }
    }

    /** Hub code fails here on purpose, with a stack trace each time. Held, because a logger that nobody holds forgets its level. */
    private static final Logger OF_FAILURES = Logger.getLogger("dev.hubcast.dispatch");

    @BeforeAll
    static void be_quiet() {
        OF_FAILURES.setLevel(Level.OFF);
    }

    @AfterAll
    static void speak_again() {
        OF_FAILURES.setLevel(null);
    }

    private final HubTester<TravelHub> travel = HubTester.of(TravelHub.class);
    private final HubTestClient ada = travel.connect(as -> as.user("ada").role("guide"));

    @Test
    void arguments_and_results_travel_as_json() {
        Trip trip = new Trip("Rome", LocalDate.of(2026, 11, 30));

        assertThat(ada.invoke(Trip.class, "postpone", trip, 2)).isEqualTo(new Trip("Rome", LocalDate.of(2026, 12, 2)));
    }

    @Test
    void names_match_in_any_case() {
        assertThat(ada.invoke(String.class, "ECHO", "hi")).isEqualTo("hi");
    }

    @Test
    void a_single_null_is_an_argument() {
        assertThat(ada.invoke(String.class, "echo", (Object[]) null)).isNull();
    }

    @Test
    void a_result_may_be_of_a_generic_type() throws NoSuchMethodException {
        Type trips = TravelHub.class.getMethod("all", List.class).getGenericReturnType();

        List<Trip> all = ada.invoke(trips, "all", List.of("Rome", "Oslo"));

        assertThat(all).extracting(Trip::to).containsExactly("Rome", "Oslo");
    }

    @Test
    void a_result_of_another_type_is_told() {
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> ada.invoke(Integer.class, "echo", "hi"))
                .withMessageStartingWith("The result of echo is no java.lang.Integer");
    }

    @Test
    void an_unknown_method_fails_as_it_does_for_clients() {
        fails("Failed to invoke 'named' due to an error on the server. HubException: Method does not exist.", "named");
        ada.invoke("renamed");
    }

    @Test
    void arguments_that_do_not_fit_fail_as_they_do_for_clients() {
        fails("Failed to invoke 'echo' due to an error on the server.", "echo", 1);
        fails("Failed to invoke 'echo' due to an error on the server.", "echo");
    }

    @Test
    void roles_are_looked_at() {
        assertThat(ada.invoke(String.class, "guided")).isEqualTo("ada");

        HubTestClient eve = travel.connect(as -> as.user("eve"));

        assertThatExceptionOfType(FailedCallException.class)
                .isThrownBy(() -> eve.invoke("guided"))
                .withMessage("Failed to invoke 'guided' because user is unauthorized");
    }

    @Test
    void a_role_that_nobody_declares_is_a_mistake() {
        assertThat(ada.invoke(boolean.class, "isGuide", "guide")).isTrue();
        fails("An unexpected error occurred invoking 'isGuide' on the server.", "isGuide", "pilot");
    }

    @Test
    void a_role_may_be_declared_by_the_rest_of_the_application() {
        HubTestClient bob = HubTester.of(TravelHub.class).declareRoles("pilot").connect(as -> as.user("bob"));

        assertThat(bob.invoke(boolean.class, "isGuide", "pilot")).isFalse();
    }

    @Test
    void constraints_are_looked_at() {
        ada.invoke("book", "Rome");
        fails("An unexpected error occurred invoking 'book' on the server. HubException: place: say where", "book", " ");
        fails("An unexpected error occurred invoking 'book' on the server. HubException: place: too far",
                "book", "Constantinople");
    }

    @Test
    void constraints_on_results_are_looked_at() {
        fails("An unexpected error occurred invoking 'lost' on the server. HubException: <return value>: lost it", "lost");
    }

    @Test
    void what_a_hub_says_of_a_failure_is_heard_and_nothing_else() {
        fails("An unexpected error occurred invoking 'sorry' on the server. HubException: Sold out.", "sorry");
        fails("An unexpected error occurred invoking 'broken' on the server.", "broken");
    }

    @Test
    void detailed_errors_are_heard_if_the_test_wants_them() {
        HubTestClient bob = HubTester.of(TravelHub.class).detailedErrors().connect();

        assertThatExceptionOfType(FailedCallException.class)
                .isThrownBy(() -> bob.invoke("broken"))
                .withMessage("An unexpected error occurred invoking 'broken' on the server. IllegalStateException: the secret");
    }

    @Test
    void a_call_without_an_answer_is_done_when_it_is_sent() {
        ada.send("broken");
        ada.send("nothing");
        ada.receivedNothing();
    }

    @Test
    void an_argument_that_is_no_json_is_the_tests_mistake() {
        Object self = new Object() {
            public Object getSelf() {
                throw new IllegalStateException("no JSON");
            }
        };

        assertThatExceptionOfType(IllegalArgumentException.class).isThrownBy(() -> ada.invoke("echo", self));
        ada.invoke("nothing");
    }

    @Test
    void values_are_mapped_as_the_application_does() {
        Jsonb snakes = JsonbBuilder.create(
                new JsonbConfig().withPropertyNamingStrategy(PropertyNamingStrategy.LOWER_CASE_WITH_UNDERSCORES));
        HubTester<TravelHub> tester = HubTester.of(TravelHub.class).json(snakes);
        HubTestClient bob = tester.connect();

        assertThat(bob.invoke(Place.class, "place").fullName).isEqualTo("Ada's house");
        tester.context().clients().all().send("moved", new Place());
        assertThat(bob.next()).hasToString("moved({\"full_name\":\"Ada's house\"})");
    }

    private void fails(String text, String method, Object... arguments) {
        assertThatExceptionOfType(FailedCallException.class)
                .isThrownBy(() -> ada.invoke(method, arguments))
                .withMessage(text);
    }
}
