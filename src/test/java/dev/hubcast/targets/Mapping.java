package dev.hubcast.targets;

import dev.hubcast.HubJson;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.json.bind.JsonbConfig;
import jakarta.json.bind.adapter.JsonbAdapter;
import jakarta.json.bind.config.PropertyNamingStrategy;

/** The application's own mapping of hubs' values, and another one that is none of their business. */
@ApplicationScoped
public class Mapping {

    @Produces
    @HubJson
    @ApplicationScoped
    public Jsonb ofHubs() {
        return JsonbBuilder.create(new JsonbConfig()
                .withPropertyNamingStrategy(PropertyNamingStrategy.LOWER_CASE_WITH_UNDERSCORES)
                .withAdapters(new Grams()));
    }

    @Produces
    @ApplicationScoped
    public Jsonb ofOthers() {
        return JsonbBuilder.create(new JsonbConfig().withPropertyNamingStrategy(PropertyNamingStrategy.UPPER_CAMEL_CASE));
    }

    /** Writes a weight with its unit. */
    public static class Grams implements JsonbAdapter<Weight, String> {

        @Override
        public String adaptToJson(Weight weight) {
            return weight.grams() + " g";
        }

        @Override
        public Weight adaptFromJson(String text) {
            return new Weight(Integer.parseInt(text.replace(" g", "")));
        }
    }
}
