package dev.hubcast.broadcasts;

import jakarta.resource.spi.Activation;
import jakarta.resource.spi.ActivationSpec;
import jakarta.resource.spi.ResourceAdapter;

/** That a bean gets what the {@link Post} delivers. */
@Activation(messageListeners = PostListener.class)
public class PostActivation implements ActivationSpec {

    private ResourceAdapter post;

    @Override
    public void validate() {
        // There is nothing to choose.
    }

    @Override
    public ResourceAdapter getResourceAdapter() {
        return post;
    }

    @Override
    public void setResourceAdapter(ResourceAdapter adapter) {
        post = adapter;
    }
}
