package dev.hubcast.showcase;

/** What the chat's page hears: each method is a handler of the same name in the browser. */
public interface ChatClient {

    void said(ChatMessage message);

    void typing(String room, String user);

    void whispered(Whisper whisper);

    void roomChanged(RoomStatus room);

    void roomClosed(String room, String by);

    void roomReopened(String room, String by);

    void announced(Announcement announcement);
}
