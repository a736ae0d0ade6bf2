package dev.hubcast.reconnect;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;

/** Calls of which each has a message and a completion for an answer, in the order of the calls. */
final class Steps {

    /** Far less than what the server keeps before it waits for an acknowledgement. */
    private static final int MOST_UNACKNOWLEDGED = 50_000;

    private final ReturningClient client;
    private int begun;
    private int heard;
    private int unacknowledged;

    Steps(ReturningClient client) {
        this.client = client;
    }

    void begin(int bytes, String padding) {
        client.begin("step", ++begun, bytes, padding);
    }

    int begun() {
        return begun;
    }

    /** How many answers are still to come. */
    int outstanding() {
        return 2 * begun - heard;
    }

    /** Waits for so many answers, and wants the right ones. */
    void hear(int answers) {
        for (int i = 0; i < answers; i++) {
            JsonObject answer = client.receive();
            int number = heard / 2 + 1;
            assertThat(heard % 2 == 0 ? answer.getJsonArray("arguments").getInt(0) : answer.getInt("result")).isEqualTo(number);
            heard++;
            unacknowledged += answer.toString().length();
            if (unacknowledged > MOST_UNACKNOWLEDGED) {
                client.acknowledge();
                unacknowledged = 0;
            }
        }
    }
}
