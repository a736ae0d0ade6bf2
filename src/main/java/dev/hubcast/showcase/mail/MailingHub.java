package dev.hubcast.showcase.mail;

import dev.hubcast.GroupsByQuery;
import dev.hubcast.Hub;
import jakarta.websocket.server.ServerEndpoint;

/** Where windows that watch a mailing connect. It has no methods: they name the mailing's group, and listen. */
@Hub(name = "mailings")
@ServerEndpoint("/hubs/mailings")
@GroupsByQuery
public class MailingHub {}
