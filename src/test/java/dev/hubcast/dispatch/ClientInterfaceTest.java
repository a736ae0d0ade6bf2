package dev.hubcast.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.hubcast.ClientMethod;
import dev.hubcast.ClientProxy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

class ClientInterfaceTest {

    private final List<String> sent = new ArrayList<>();
    private final ClientProxy clients = (method, arguments) -> sent.add(method + arguments);

    public interface Said {

        void said(String room, String text);

        default void shouted(String room, String text) {
            said(room, text + "!");
        }

        default void saidTwice(String... roomAndText) {
            said(roomAndText[0], roomAndText[1] + roomAndText[1]);
        }

        default void greeted() {
            said("all", "hello");
        }

        static String nothing() {
            return "";
        }
    }

    public interface ChatClient extends Said {

        @ClientMethod("Left-The-Room")
        void left(String room);

        void cleared();

        void listed(Object[] rooms);

        void named(String... names);
    }

    interface Generic<T> {

        void heard(T what);
    }

    interface Typed extends Generic<String> {

        @Override
        void heard(String what);
    }

    interface AsksForAResult {

        CompletionStage<Boolean> confirm(String question);
    }

    interface ReturnsAText {

        String confirm(String question);
    }

    interface ReturnsWhatever<T> {

        CompletionStage<T> confirm(String question);
    }

    interface Overloads {

        void said(String text);

        void said(String room, String text);
    }

    interface DiffersOnlyInCase {

        void said(String text);

        @ClientMethod("SAID")
        void shouted(String text);
    }

    @Test
    void a_call_is_sent_by_the_methods_name_with_its_arguments() {
        ChatClient client = ClientInterface.of(ChatClient.class).to(clients);
        client.said("java", "hello");
        client.cleared();
        client.said("java", null);

        assertThat(sent).containsExactly("said[java, hello]", "cleared[]", "said[java, null]");
    }

    @Test
    void a_method_may_have_another_name_on_the_client() {
        ClientInterface.of(ChatClient.class).to(clients).left("java");

        assertThat(sent).containsExactly("Left-The-Room[java]");
    }

    @Test
    void an_array_is_one_argument() {
        List<Integer> counts = new ArrayList<>();
        ClientProxy counting = (method, arguments) -> counts.add(arguments.size());
        ChatClient client = ClientInterface.of(ChatClient.class).to(counting);
        client.listed(new Object[] {"a", "b"});
        client.named("a", "b", "c");

        assertThat(counts).containsExactly(1, 1);
    }

    @Test
    void a_default_method_runs_here_and_its_calls_are_sent() {
        ChatClient client = ClientInterface.of(ChatClient.class).to(clients);
        client.shouted("java", "hello");
        client.saidTwice("java", "he");
        client.greeted();

        assertThat(sent).containsExactly("said[java, hello!]", "said[java, hehe]", "said[all, hello]");
    }

    @Test
    void a_default_method_runs_in_an_interface_that_its_package_keeps_to_itself() throws ReflectiveOperationException {
        Class<?> hidden = Class.forName("dev.hubcast.dispatch.clients.HiddenClient");
        Object client = ClientInterface.of(hidden).to(clients);
        Class.forName("dev.hubcast.dispatch.clients.HiddenClients").getMethod("shout", Object.class).invoke(null, client);

        assertThat(sent).containsExactly("said[hello!]");
    }

    @Test
    void an_inherited_generic_method_is_one_method() {
        Typed typed = ClientInterface.of(Typed.class).to(clients);
        Generic<String> generic = typed;
        typed.heard("a");
        generic.heard("b");

        assertThat(sent).containsExactly("heard[a]", "heard[b]");
    }

    @Test
    void methods_of_object_are_not_sent() {
        ClientInterface<ChatClient> model = ClientInterface.of(ChatClient.class);
        ChatClient client = model.to(clients);

        assertThat(client).isEqualTo(client).isNotEqualTo(model.to(clients)).hasSameHashCodeAs(client);
        assertThat(client.toString()).isEqualTo("clients by " + ChatClient.class.getName());
        assertThat(sent).isEmpty();
    }

    @Test
    void a_result_is_asked_of_a_single_client_and_of_nobody_else() {
        AsksForAResult all = ClientInterface.of(AsksForAResult.class).to(clients);

        assertThatIllegalStateException().isThrownBy(() -> all.confirm("Sure?"))
                .withMessageContainingAll(AsksForAResult.class.getName() + ".confirm", "only a single client");
        assertThat(sent).isEmpty();
    }

    @Test
    void what_cannot_work_is_refused_with_the_cure() {
        assertThatIllegalArgumentException().isThrownBy(() -> ClientInterface.of(String.class))
                .withMessage("java.lang.String is no interface. Name an interface with the clients' methods.");
        assertThatIllegalArgumentException().isThrownBy(() -> ClientInterface.of(ReturnsAText.class))
                .withMessageContainingAll(ReturnsAText.class.getName() + ".confirm", "returns java.lang.String", "Let it return void, or");
        assertThatIllegalArgumentException().isThrownBy(() -> ClientInterface.of(ReturnsWhatever.class))
                .withMessageContainingAll("returns java.util.concurrent.CompletionStage<T>", "Let it return void, or CompletionStage of");
        for (Class<?> twice : Arrays.asList(Overloads.class, DiffersOnlyInCase.class)) {
            assertThatIllegalArgumentException().isThrownBy(() -> ClientInterface.of(twice))
                    .withMessageContainingAll(twice.getName(), "is the second one", "@ClientMethod");
        }
    }
}
