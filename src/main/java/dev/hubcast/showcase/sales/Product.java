package dev.hubcast.showcase.sales;

import java.math.BigDecimal;

/** What the shop sells. */
public enum Product {

    ESPRESSO("House espresso", "14.50"),
    FILTER("Filter roast", "12.90"),
    DECAF("Gentle decaf", "13.20"),
    COLD_BREW("Cold brew kit", "24.00"),
    GRINDER("Hand grinder", "79.00");

    private final String label;
    private final BigDecimal price;

    Product(String label, String price) {
        this.label = label;
        this.price = new BigDecimal(price);
    }

    /** What people call it. */
    public String label() {
        return label;
    }

    /** What so many of them cost, in euros. */
    public BigDecimal price(int quantity) {
        return price.multiply(BigDecimal.valueOf(quantity));
    }
}
