package dev.hubcast.showcase;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The chat, and the page that leads to it and to the others. */
class ChatPageIT extends Showcase {

    private Page logIn(String user) {
        return logIn(open("chat/"), user);
    }

    private static Page logIn(Page page, String user) {
        page.getByTestId("login-as-" + user).click();
        assertThat(page.getByTestId("connection-state")).hasText("Online");
        assertThat(page.getByTestId("my-name")).hasText(user);
        return page;
    }

    private static void say(Page page, String text) {
        page.getByTestId("composer-text").fill(text);
        page.getByTestId("send").click();
    }

    private static Locator message(Page page, String text) {
        return page.getByTestId("message-body").filter(new Locator.FilterOptions().setHasText(text));
    }

    @Test
    void the_start_page_leads_to_every_page() {
        Page page = open("");
        for (Locator card : page.getByTestId("cards").locator("a").all()) {
            assertThat(send("GET", card.getAttribute("href")).status()).as(card.getAttribute("href")).isIn(200, 302);
        }
        photograph(page, "start");

        page.getByTestId("card-chat").click();

        assertThat(page.getByTestId("login-page")).isVisible();
        assertNoConsoleErrors();
    }

    @Test
    void a_name_with_a_wrong_password_does_not_get_in_and_with_the_right_one_it_does() {
        Page page = open("chat/");
        page.getByTestId("login-user").fill("ada");
        page.getByTestId("login-password").fill("not ada");
        page.getByTestId("login-submit").click();
        assertThat(page.getByTestId("login-failed")).isVisible();
        photograph(page, "login-failed");

        page.getByTestId("login-user").fill("ada");
        page.getByTestId("login-password").fill("ada");
        page.getByTestId("login-submit").click();
        assertThat(page.getByTestId("connection-state")).hasText("Online");

        assertNoConsoleErrors(); // the end of the session ends the connection, which the client then reports
        page.getByTestId("logout").click();
        assertThat(page.getByTestId("login-page")).isVisible();
    }

    @Test
    void who_was_logged_out_elsewhere_is_told_so_and_led_to_the_log_in() {
        Page page = logIn("ada");

        page.request().post(base.resolve("logout").toString());

        assertThat(page.getByTestId("connection-banner")).containsText("You are no longer logged in.");
        assertThat(page.getByTestId("connection-state")).hasText("Logged out");
        page.getByTestId("connection-retry").click();
        assertThat(page.getByTestId("login-page")).isVisible();
    }

    @Test
    void two_see_each_other_and_what_one_says_reaches_the_other_as_text() {
        Page ada = logIn("ada");
        Page grace = logIn("grace");
        assertThat(ada.getByTestId("people-here").getByTestId("person-grace")).isVisible();
        assertThat(grace.getByTestId("people-here").getByTestId("person-ada")).isVisible();
        String text = "<img src=x onerror=\"document.title='hacked'\"> & <b>bold</b>";

        say(ada, text);

        assertThat(message(grace, "<img")).hasText(text);
        assertThat(message(ada, "<img")).hasText(text);
        assertThat(grace.getByTestId("messages").locator("img")).hasCount(0);
        assertThat(grace).hasTitle(Pattern.compile("Hubcast chat"));
        photograph(grace, "chat");
        assertNoConsoleErrors();
    }

    @Test
    void who_types_is_seen_typing_until_the_message_is_there() {
        Page ada = logIn("ada");
        Page grace = logIn("grace");

        ada.getByTestId("composer-text").pressSequentially("slowly");
        assertThat(grace.getByTestId("typing-indicator")).hasText("ada is typing…");
        photograph(grace, "typing");
        ada.getByTestId("composer-text").press("Enter");

        assertThat(message(grace, "slowly")).hasCount(1);
        assertThat(grace.getByTestId("typing-indicator")).not().containsText("ada");
        assertThat(ada.getByTestId("composer-text")).hasValue("");
        assertNoConsoleErrors();
    }

    @Test
    void a_private_message_is_for_one_alone() {
        Page ada = logIn("ada");
        Page grace = logIn("grace");
        Page linus = logIn("linus");

        ada.getByTestId("person-grace").click();
        say(ada, "between us");

        assertThat(grace.getByTestId("private-ada").getByTestId("unread")).hasText("1");
        grace.getByTestId("private-ada").click();
        assertThat(message(grace, "between us")).hasCount(1);
        photograph(grace, "private");
        say(ada, "that was all");
        assertThat(message(grace, "that was all")).hasCount(1);
        say(grace, "answered");
        assertThat(message(ada, "answered")).hasCount(1);
        assertThat(linus.getByTestId("private-list").locator("button")).hasCount(0);
        assertNoConsoleErrors();
    }

    @Test
    void a_moderator_closes_a_room_and_everybody_in_it_sees_that() {
        Page ada = logIn("ada");
        Page mod = logIn("mod");
        ada.getByTestId("room-coffee").click();
        mod.getByTestId("room-coffee").click();
        assertThat(ada.getByTestId("composer-text")).isEnabled();
        assertThat(ada.getByTestId("close-room")).isHidden();

        mod.getByTestId("close-room").click();

        assertThat(ada.getByTestId("notice").last()).hasText("mod closed the room.");
        assertThat(ada.getByTestId("composer-text")).isDisabled();
        photograph(ada, "closed");
        mod.getByTestId("reopen-room").click();
        assertThat(ada.getByTestId("composer-text")).isEnabled();
        say(ada, "open again");
        assertThat(message(mod, "open again")).hasCount(1);
        assertNoConsoleErrors();
    }

    @Test
    void an_announcement_reaches_everybody_wherever_they_are() {
        Page ada = logIn("ada");
        Page mod = logIn("mod");
        ada.getByTestId("room-signalr").click();
        assertThat(ada.getByTestId("announce")).isHidden();

        mod.getByTestId("announce").click();
        mod.getByTestId("announcement-text").fill("Lunch at <noon>");
        mod.getByTestId("announcement-send").click();

        assertThat(ada.getByTestId("announcement-body")).hasText("Lunch at <noon>");
        photograph(ada, "announcement");
        assertNoConsoleErrors();
    }

    @Test
    void a_lost_connection_is_shown_comes_back_and_brings_what_was_missed() throws IOException {
        Page ada = logIn(openOverCable("chat/"), "ada");
        Page grace = logIn("grace");
        ada.getByTestId("composer-text").fill("half a sentence");

        cable.cut();
        assertThat(ada.getByTestId("connection-banner")).containsText("Connection lost");
        assertThat(ada.getByTestId("send")).isDisabled();
        ada.getByTestId("composer-text").press("End");
        ada.getByTestId("composer-text").pressSequentially(" and the rest");
        ada.getByTestId("composer-text").press("Enter");
        assertThat(grace.getByTestId("people-here").getByTestId("person-ada")).hasCount(0);
        photograph(ada, "lost");
        say(grace, "missed by one");
        assertThat(message(grace, "missed by one")).hasCount(1);
        cable.mend();

        assertThat(ada.getByTestId("connection-banner")).containsText("One missed message was fetched.");
        assertThat(message(ada, "missed by one")).hasCount(1);
        assertThat(ada.getByTestId("composer-text")).hasValue("half a sentence and the rest");
        assertThat(ada.getByTestId("connection-banner")).isHidden();
        ada.getByTestId("composer-text").press("Enter");
        assertThat(message(grace, "half a sentence and the rest")).hasCount(1);
    }

    @Test
    void who_was_in_a_room_is_in_it_again_after_a_lost_connection() throws IOException {
        Page ada = logIn(openOverCable("chat/"), "ada");
        Page grace = logIn("grace");
        ada.getByTestId("room-jakarta").click();
        grace.getByTestId("room-jakarta").click();
        assertThat(grace.getByTestId("people-here").getByTestId("person-ada")).isVisible();

        cable.cut();
        assertThat(grace.getByTestId("people-here").getByTestId("person-ada")).hasCount(0);
        cable.mend();

        assertThat(grace.getByTestId("people-here").getByTestId("person-ada")).isVisible();
        say(grace, "welcome back");
        assertThat(message(ada, "welcome back")).hasCount(1);
        say(ada, "thank you");
        assertThat(message(grace, "thank you")).hasCount(1);
    }

    @Test
    void on_a_phone_the_composer_is_in_sight_and_the_rooms_are_behind_a_button() {
        Page phone = onPhone(open("chat/"));
        logIn(phone, "linus");

        assertThat(phone.getByTestId("composer-text")).isInViewport();
        assertThat(phone.getByTestId("send")).isInViewport();
        assertThat(phone.getByTestId("room-jakarta")).not().isInViewport();
        assertFitsPhone(phone);
        say(phone, "from the road");
        assertThat(message(phone, "from the road")).isInViewport();
        photograph(phone, "phone");

        phone.getByTestId("open-rooms").click();
        assertThat(phone.getByTestId("room-jakarta")).isInViewport();
        photograph(phone, "phone-rooms");
        phone.getByTestId("room-jakarta").click();
        assertThat(phone.getByTestId("conversation-title")).hasText("# jakarta");
        assertThat(phone.getByTestId("composer-text")).isInViewport();
        assertNoConsoleErrors();
    }
}
