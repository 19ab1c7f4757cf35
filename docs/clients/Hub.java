import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;

/** Prints the events of a Danmu Hub: java Hub.java [http://127.0.0.1:7077/api/events/stream?type=chat] (JDK 17 or later) */
class Hub {
  public static void main(String[] args) throws Exception {
    String url = args.length > 0 ? args[0] : "http://127.0.0.1:7077/api/events/stream?type=chat";
    var request = HttpRequest.newBuilder(URI.create(url)).build();
    var lines = HttpClient.newHttpClient().send(request, BodyHandlers.ofLines()).body();
    lines.filter(line -> line.startsWith("data: ")).map(line -> line.substring(6)).forEach(System.out::println);
  }
}
