package dev.hubcast.broadcasts;

/** What a message-driven bean of the {@link Post} is. */
public interface PostListener {

    /** Takes what was sent. */
    void delivered(String region, String product, boolean refused);
}
