package dev.hubcast.javaclient;

import java.util.List;

/** What client and server exchange as JSON objects; public fields, as both Gson and JSON Binding take them. */
public class Parcel {

    public String to;
    public double kilograms;
    public List<String> stamps;

    static Parcel of(String to, double kilograms, String... stamps) {
        Parcel parcel = new Parcel();
        parcel.to = to;
        parcel.kilograms = kilograms;
        parcel.stamps = List.of(stamps);
        return parcel;
    }
}
