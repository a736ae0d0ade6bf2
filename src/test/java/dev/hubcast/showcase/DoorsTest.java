package dev.hubcast.showcase;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hubcast.HubRequest;
import dev.hubcast.Join;
import dev.hubcast.showcase.mail.Mailings;
import java.security.Principal;
import org.junit.jupiter.api.Test;

class DoorsTest {

    /** Somebody who has not logged in wants to hear something. */
    private record Stranger(Target target) implements Join {

        @Override
        public Principal user() {
            return null;
        }

        @Override
        public boolean isUserInRole(String role) {
            return false;
        }

        @Override
        public HubRequest request() {
            throw new UnsupportedOperationException();
        }
    }

    private final Doors doors = new Doors();

    @Test
    void hubs_that_look_who_is_asking_let_their_callers_in() {
        assertThat(doors.mayJoin(new Stranger(new Join.Group("chat", "coffee")))).isTrue();
        assertThat(doors.mayJoin(new Stranger(new Join.Group("sales", "region-NORTH")))).isTrue();
    }

    @Test
    void who_knows_a_mailing_may_watch_it() {
        doors.mailings = new Mailings() {

            @Override
            public boolean isGroup(String name) {
                return name.equals("mailing-8d1f");
            }
        };

        assertThat(doors.mayJoin(new Stranger(new Join.Group("mailings", "mailing-8d1f")))).isTrue();
        assertThat(doors.mayJoin(new Stranger(new Join.Group("mailings", "mailing-8d20")))).isFalse();
        assertThat(doors.mayJoin(new Stranger(new Join.Group("board", "mailing-8d1f")))).isFalse();
    }

    @Test
    void groups_of_other_hubs_are_closed() {
        assertThat(doors.mayJoin(new Stranger(new Join.Group("board", "secrets")))).isFalse();
    }

    @Test
    void who_knows_a_queue_may_read_it() {
        assertThat(doors.mayJoin(new Stranger(new Join.Queue("8d1f")))).isTrue();
    }
}
