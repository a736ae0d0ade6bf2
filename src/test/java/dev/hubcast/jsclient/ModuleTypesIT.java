package dev.hubcast.jsclient;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The JavaScript module, as npm has installed the package that the build makes, is what its types say. */
class ModuleTypesIT {

    private static final int LIMIT_SECONDS = 120;

    @Test
    void a_program_in_typescript_compiles() throws IOException {
        Process compiler = new ProcessBuilder("node", "node_modules/typescript/bin/tsc", "--project", "types")
                .directory(Scenario.HOME.toFile()).redirectErrorStream(true).start();
        compiler.onExit().orTimeout(LIMIT_SECONDS, TimeUnit.SECONDS).exceptionally(late -> compiler.destroyForcibly());
        String said = new String(compiler.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        compiler.onExit().join();

        assertThat(said).isEmpty();
        assertThat(compiler.exitValue()).isZero();
    }
}
