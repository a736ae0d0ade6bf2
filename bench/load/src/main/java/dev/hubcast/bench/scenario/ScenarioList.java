package dev.hubcast.bench.scenario;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Reads the names of scenarios that a user wrote.
 */
public final class ScenarioList {

    private static final Pattern FORM = Pattern.compile("(\\w+)(?::(\\d+)(?:x(\\d+))?)?");
    private static final int CALLERS = 50;
    private static final int BURST = 16;
    private static final int CONNECTIONS = 60_000;
    private static final int ITEMS = 100_000;

    private ScenarioList() {
    }

    /**
     * Reads {@code echo:50x16,fanout:1000,burst:1000x16,open:1000,idle:5000,pour:100000}, sizes may be left out.
     *
     * @param text names separated by commas
     * @param connections the size of those that hold many connections and have none of their own
     * @return the scenarios in their order
     */
    public static List<Scenario> parse(String text, int connections) {
        return Stream.of(text.split(",")).map(each -> one(each.trim(), connections)).toList();
    }

    private static Scenario one(String text, int connections) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw new IllegalArgumentException("'" + text + "' is not name, name:connections or name:connectionsxdepth");
        }
        String name = form.group(1);
        return switch (name) {
            case "echo" -> new Echo(number(form.group(2), CALLERS), number(form.group(3), 1));
            case "fanout" -> new Fanout(number(form.group(2), connections), number(form.group(3), 1), 1);
            case "burst" -> new Fanout(number(form.group(2), connections), 1, number(form.group(3), BURST));
            case "open" -> new Opening(number(form.group(2), connections));
            case "idle" -> new Idle(number(form.group(2), connections));
            case "pour" -> new Pour(number(form.group(2), ITEMS, 1_000_000));
            default -> throw new IllegalArgumentException("no scenario '" + name + "': take echo, fanout, burst, open, idle or pour");
        };
    }

    private static int number(String digits, int otherwise) {
        return number(digits, otherwise, CONNECTIONS);
    }

    private static int number(String digits, int otherwise, int most) {
        int number = digits == null ? otherwise : Integer.parseInt(digits);
        if (number < 1 || number > most) {
            throw new IllegalArgumentException(number + " is not between 1 and " + most);
        }
        return number;
    }
}
