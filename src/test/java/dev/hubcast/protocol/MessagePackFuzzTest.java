package dev.hubcast.protocol;

import com.code_intelligence.jazzer.junit.FuzzTest;

class MessagePackFuzzTest {

    private final UntrustedBytes untrusted = new UntrustedBytes(new MessagePackHubProtocol(Packed.STANDARD));

    @FuzzTest(maxDuration = "10s")
    void whatever_comes_is_a_message_or_breaks_a_rule(byte[] bytes) {
        untrusted.read(bytes);
    }
}
