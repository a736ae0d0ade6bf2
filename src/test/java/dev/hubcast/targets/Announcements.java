package dev.hubcast.targets;

import dev.hubcast.HubContext;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

/** A REST resource that sends to hubs' clients in several ways. */
@Path("announcements")
public class Announcements {

    @Inject
    HubContext<TargetsHub> hub;

    @Inject
    Announcer announcer;

    @POST
    @Path("resource/{text}")
    public void byResource(@PathParam("text") String text) {
        hub.clients().all().send("said", text);
    }

    @POST
    @Path("ejb/{text}")
    public void byEjb(@PathParam("text") String text) {
        announcer.announce(text);
    }

    @POST
    @Path("asynchronous/{text}")
    public void byAsynchronousEjb(@PathParam("text") String text) {
        announcer.announceLater(text);
    }

    @POST
    @Path("timer/{text}")
    public void byTimer(@PathParam("text") String text) {
        announcer.announceByTimer(text);
    }

    @POST
    @Path("plain/{text}")
    public void byPlainThread(@PathParam("text") String text) throws InterruptedException {
        Thread plain = new Thread(() -> hub.clients(Listener.class).all().said(text));
        plain.start();
        plain.join();
    }
}
