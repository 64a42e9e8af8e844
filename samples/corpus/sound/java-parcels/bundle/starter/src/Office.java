import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.HashMap;
import java.util.Map;

/** The server: GET /price asks the tariff. */
final class Office {
    private Office() {}

    public static void main(String[] arguments) throws IOException {
        int port = Integer.parseInt(System.getenv().getOrDefault("PORT", "8000"));
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.createContext("/health", exchange -> send(exchange, new Answer(200, "open")));
        server.createContext("/price", exchange -> send(exchange, Tariff.price(parameters(exchange.getRequestURI().getQuery()))));
        server.start();
    }

    private static Map<String, String> parameters(String query) {
        Map<String, String> parameters = new HashMap<>();
        for (String part : (query == null ? "" : query).split("&")) {
            int equals = part.indexOf('=');
            if (equals > 0) parameters.put(part.substring(0, equals), part.substring(equals + 1));
        }
        return parameters;
    }

    private static void send(HttpExchange exchange, Answer answer) throws IOException {
        byte[] bytes = answer.text().isEmpty() ? new byte[0] : (answer.text() + "\n").getBytes();
        exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
        if (bytes.length > 0) exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
