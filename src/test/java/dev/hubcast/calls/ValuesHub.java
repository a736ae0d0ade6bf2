package dev.hubcast.calls;

import dev.hubcast.Hub;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.websocket.server.ServerEndpoint;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Takes values of each type and returns them. */
@Hub(name = "values")
@ServerEndpoint("/hubs/values")
public class ValuesHub {

    /** Constants go by their names. */
    public enum Colour { RED, GREEN }

    /** A record with records and generics in it. */
    public record Order(String name, int count, Optional<String> note, List<Line> lines, Map<String, Colour> colours) {}

    /** A part of an {@link Order}. */
    public record Line(UUID id, BigDecimal price, LocalDate due) {}

    /** A class that JSON Binding reads. */
    public static class Animal {

        public String name;
        public int legs;
    }

    /** What a hint in the JSON would like to have made. */
    public static class Trap extends Animal {

        static volatile boolean sprung;

        public Trap() {
            sprung = true;
        }
    }

    public boolean bool(boolean value) {
        return value;
    }

    public byte octet(byte value) {
        return value;
    }

    public short small(short value) {
        return value;
    }

    public int number(int value) {
        return value;
    }

    public Integer boxed(Integer value) {
        return value;
    }

    public long large(long value) {
        return value;
    }

    public double real(double value) {
        return value;
    }

    public float single(float value) {
        return value;
    }

    public char letter(char value) {
        return value;
    }

    public String text(String value) {
        return value;
    }

    public BigDecimal decimal(BigDecimal value) {
        return value;
    }

    public BigInteger integer(BigInteger value) {
        return value;
    }

    public Colour colour(Colour value) {
        return value;
    }

    public UUID uuid(UUID value) {
        return value;
    }

    public byte[] bytes(byte[] value) {
        return value;
    }

    public int[] numbers(int[] value) {
        return value;
    }

    public Instant instant(Instant value) {
        return value;
    }

    public LocalDate date(LocalDate value) {
        return value;
    }

    public OffsetDateTime offset(OffsetDateTime value) {
        return value;
    }

    public Duration duration(Duration value) {
        return value;
    }

    public Optional<String> optional(Optional<String> value) {
        return value;
    }

    public Set<String> distinct(Set<String> value) {
        return value;
    }

    public Map<String, List<Integer>> map(Map<String, List<Integer>> value) {
        return value;
    }

    public Order order(Order value) {
        return value;
    }

    public List<Order> orders(List<Order> value) {
        return value;
    }

    public Animal animal(Animal value) {
        return value;
    }

    public String kindOf(Object value) {
        return value instanceof Map ? "map" : value.getClass().getName();
    }

    public String kindOfAnimal(Animal value) {
        return value.getClass().getSimpleName();
    }

    public boolean sprung() {
        return Trap.sprung;
    }

    public JsonValue json(JsonValue value) {
        return value;
    }

    public JsonObject object(JsonObject value) {
        return value;
    }
}
