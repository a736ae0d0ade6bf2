package dev.hubcast.entity.bridge;

import dev.hubcast.entity.EntityOperation;

/**
 * How a hub's clients are told what was done to an entity: words or whole numbers.
 *
 * @param add for {@link EntityOperation#ADD}
 * @param update for {@link EntityOperation#UPDATE}
 * @param delete for {@link EntityOperation#DELETE}
 */
public record OperationNames(Object add, Object update, Object delete) {

    /** The names of the constants. */
    public static final OperationNames DEFAULTS = new OperationNames("ADD", "UPDATE", "DELETE");

    /**
     * Reads a setting.
     *
     * @param text three words or numbers for add, update and delete, separated by commas
     * @return the names
     * @throws IllegalArgumentException if there are not three different ones; the message says what to write
     */
    public static OperationNames of(String text) {
        String[] names = text.split(",", -1);
        if (names.length == 3) {
            OperationNames read = new OperationNames(name(names[0]), name(names[1]), name(names[2]));
            if (!read.add.equals(read.update) && !read.update.equals(read.delete) && !read.add.equals(read.delete)) {
                return read;
            }
        }
        throw new IllegalArgumentException("write three different names or numbers, for add, update and delete, such as ADD,UPDATE,DELETE"
                + " or 0,1,2");
    }

    private static Object name(String text) {
        String name = text.strip();
        if (name.matches("-?\\d{1,9}")) {
            return Integer.valueOf(name);
        }
        if (name.isEmpty()) {
            throw new IllegalArgumentException("write a name or a number for each of add, update and delete");
        }
        return name;
    }

    Object of(EntityOperation operation) {
        return switch (operation) {
            case ADD -> add;
            case UPDATE -> update;
            case DELETE -> delete;
        };
    }
}
