package dev.hubcast.bench.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import org.junit.jupiter.api.Test;

/** What users write to name servers and scenarios. */
class NotationTest {

    @Test
    void scenarios_have_sizes_of_their_own_or_the_common_one() {
        assertThat(ScenarioList.parse("echo,echo:50x16, fanout,fanout:5000x4,burst,burst:10x2,open:7,idle,pour,pour:7", 2000)).containsExactly(
                new Echo(50, 1), new Echo(50, 16), new Fanout(2000, 1, 1), new Fanout(5000, 4, 1), new Fanout(2000, 1, 16),
                new Fanout(10, 1, 2), new Opening(7), new Idle(2000), new Pour(100_000), new Pour(7));
    }

    @Test
    void an_unknown_scenario_is_refused_with_the_known_ones() {
        assertThatThrownBy(() -> ScenarioList.parse("flood:5", 1)).hasMessageContaining("'flood'").hasMessageContaining("fanout");
        assertThatThrownBy(() -> ScenarioList.parse("echo:x", 1)).hasMessageContaining("'echo:x'");
        assertThatThrownBy(() -> ScenarioList.parse("echo:0", 1)).hasMessageContaining("0 is not between");
        assertThatThrownBy(() -> ScenarioList.parse("pour:1000001", 1)).hasMessageContaining("1000001 is not between 1 and 1000000");
    }

    @Test
    void only_a_hub_is_asked_to_pour() {
        assertThat(new Pour(7).suits(Server.parse("hub=signalr,ws://127.0.0.1:80/,1"))).isTrue();
        assertThat(new Pour(7).suits(Server.parse("hub=signalr-stream,ws://127.0.0.1:80/,1"))).isTrue();
        assertThat(new Pour(7).suits(Server.parse("bare=raw,ws://127.0.0.1:80/,1"))).isFalse();
    }

    @Test
    void a_server_s_url_may_contain_commas_and_equals_signs() {
        Server server = Server.parse("peer=signalr,ws://127.0.0.1:80/hub?a=1,2,4711");

        assertThat(server.name()).isEqualTo("peer");
        assertThat(server.url()).isEqualTo(URI.create("ws://127.0.0.1:80/hub?a=1,2"));
        assertThat(server.wire().requestTarget(server.url())).isEqualTo("/hub?a=1,2");
        assertThat(server.pid()).isEqualTo(4711);
    }

    @Test
    void a_server_without_wire_port_or_process_is_refused() {
        assertThatThrownBy(() -> Server.parse("peer=signalr,4711")).hasMessageContaining("name=wire,url,pid");
        assertThatThrownBy(() -> Server.parse("peer")).hasMessageContaining("name=wire,url,pid");
        assertThatThrownBy(() -> Server.parse("peer=smoke,ws://127.0.0.1:80/,1")).hasMessageContaining("'smoke'");
        assertThatThrownBy(() -> Server.parse("peer=raw,http://127.0.0.1:80/,1")).hasMessageContaining("ws://host:port/path");
        assertThatThrownBy(() -> Server.parse("peer=sse,ws://127.0.0.1:80/,1")).hasMessageContaining("http://host:port/path");
        assertThatThrownBy(() -> Server.parse("peer=raw,ws://127.0.0.1/,1")).hasMessageContaining("ws://host:port/path");
    }
}
