import java.util.Map;

final class Tariff {
    private Tariff() {}

    static Answer price(Map<String, String> parameters) {
        if (!"1".equals(parameters.get("zone"))) return new Answer(501, "");
        int kilos = (Integer.parseInt(parameters.getOrDefault("grams", "1")) + 999) / 1000;
        int cents = 300 + kilos * 155;
        return new Answer(200, String.format("%d.%02d", cents / 100, cents % 100));
    }
}
