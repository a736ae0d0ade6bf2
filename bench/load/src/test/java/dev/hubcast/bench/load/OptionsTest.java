package dev.hubcast.bench.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hubcast.bench.scenario.Scenario;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class OptionsTest {

    private static final String ALL = "hub=signalr,ws://127.0.0.1:80/hub,1";
    private static final String SOME = "hub-sse=sse,http://127.0.0.1:80/hub,1";

    @Test
    void a_server_takes_part_in_all_scenarios_or_in_those_that_are_named() {
        Options options = parse("--only", "hub-sse=fanout:1000,fanout");

        assertThat(asked(options, 0)).containsExactly("echo 50 × 1", "fanout 1000", "fanout 7");
        assertThat(asked(options, 1)).containsExactly("fanout 1000", "fanout 7");
    }

    @Test
    void a_part_that_measures_nothing_is_refused() {
        assertThatThrownBy(() -> parse("--only", "sse=fanout:1000")).hasMessageContaining("'sse=fanout:1000'");
        assertThatThrownBy(() -> parse("--only", "hub-sse=fanout:999")).hasMessageContaining("'hub-sse=fanout:999'");
        assertThatThrownBy(() -> parse("--only", "fanout:1000")).hasMessageContaining("'fanout:1000'");
    }

    @Test
    void a_server_rehearses_the_first_load_that_it_takes_part_in() {
        Options options = Options.parse("--server", ALL, "--server", SOME, "--only", "hub-sse=fanout:9", "--rehearsal", "20",
                "--scenarios", "idle:5,echo:50x1,fanout:9");

        assertThat(options.rehearsal()).isEqualTo(Duration.ofSeconds(20));
        assertThat(options.loads(options.servers().get(0)).findFirst()).get().extracting(Scenario::name).isEqualTo("echo 50 × 1");
        assertThat(options.loads(options.servers().get(1)).findFirst()).get().extracting(Scenario::name).isEqualTo("fanout 9");
    }

    private static List<String> asked(Options options, int server) {
        return options.scenarios().stream().filter(scenario -> options.asksFor(scenario, options.servers().get(server)))
                .map(scenario -> scenario.name()).toList();
    }

    private static Options parse(String option, String value) {
        return Options.parse("--server", ALL, "--server", SOME, option, value, "--connections", "7", "--scenarios",
                "echo:50x1,fanout:1000,fanout");
    }
}
