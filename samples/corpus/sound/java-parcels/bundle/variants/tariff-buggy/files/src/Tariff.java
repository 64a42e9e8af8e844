import java.util.Map;

/** What parcels cost. */
final class Tariff {
    private Tariff() {}

    /** The price of a parcel with the parameters grams, zone and perhaps express. */
    static Answer price(Map<String, String> parameters) {
        int grams;
        int zone;
        try {
            grams = Integer.parseInt(parameters.get("grams"));
            zone = Integer.parseInt(parameters.get("zone"));
        } catch (NumberFormatException mistake) {
            return new Answer(400, "");
        }
        if (grams < 1 || grams > 20000 || zone < 1 || zone > 3) return new Answer(422, "");
        int cents = 300 + (grams + 999) / 1000 * zone * 155;
        if ("yes".equals(parameters.get("express"))) cents = cents / 2 * 3;
        return new Answer(200, String.format("%d.%02d", cents / 100, cents % 100));
    }
}
