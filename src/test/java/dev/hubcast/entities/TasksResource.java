package dev.hubcast.entities;

import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

/** Has entities changed. */
@Path("{list}/{title}")
public class TasksResource {

    @Inject
    Tasks tasks;

    @PathParam("list")
    String list;

    @PathParam("title")
    String title;

    @POST
    @Path("{how}")
    public void change(@PathParam("how") String how) {
        switch (how) {
            case "add" -> tasks.add(list, title);
            case "rename" -> tasks.rename(list, title);
            case "remove" -> tasks.remove(list);
            case "add-rename" -> tasks.addAndRename(list, title);
            case "add-remove" -> tasks.addAndRemove(list, title);
            case "rename-remove" -> tasks.renameAndRemove(list, title);
            case "refused" -> tasks.addAndRefuse(list, title);
            case "failed" -> failing(() -> tasks.addAndFail(list, title));
            case "around-new" -> tasks.addAroundANewTransaction(list, title, false);
            case "around-new-refused" -> tasks.addAroundANewTransaction(list, title, true);
            case "many" -> tasks.tellOfMany(list, Integer.parseInt(title));
            case "rename-all" -> tasks.renameAll(list, title);
            case "write" -> tasks.write(list, title);
            case "rewrite" -> tasks.rewrite(list, title);
            default -> throw new IllegalArgumentException(how);
        }
    }

    private static void failing(Runnable change) {
        try {
            change.run();
        } catch (RuntimeException e) {
            return;
        }
        throw new IllegalStateException("It should have failed.");
    }
}
