/**
 * TodoMVC for several windows at once: REST and JPA as everybody writes them; the entity says that browsers hear of its changes.
 *
 * <p>Begin with {@link dev.hubcast.showcase.todo.TodoItem}.
 */
package dev.hubcast.showcase.todo;
