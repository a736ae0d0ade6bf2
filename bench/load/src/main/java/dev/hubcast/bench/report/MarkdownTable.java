package dev.hubcast.bench.report;

/**
 * Writes a table line by line; all columns but the first two are numbers.
 */
final class MarkdownTable {

    private final StringBuilder text = new StringBuilder();

    MarkdownTable(String title, String... columns) {
        text.append("\n### ").append(title).append("\n\n");
        row((Object[]) columns);
        for (int i = 0; i < columns.length; i++) {
            text.append(i < 2 ? "|---" : "|---:");
        }
        text.append("|\n");
    }

    void row(Object... cells) {
        for (Object cell : cells) {
            text.append("| ").append(cell).append(' ');
        }
        text.append("|\n");
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
