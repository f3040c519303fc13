// SPDX-License-Identifier: Apache-2.0
package io.nncreator.tck.deployer;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Asks a service. */
final class Client {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(PATIENCE).build();
  private final URI address;
  private final String body;

  Client(URI address, String row) {
    this.address = address;
    this.body = "{\"instances\":[" + row + "]}";
  }

  /** Sends the row, with a header or none. */
  HttpResponse<String> predict(String... header) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address.resolve("/predict"))
            .timeout(PATIENCE)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body));
    if (header.length > 0) {
      request.headers(header);
    }
    try {
      return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new IllegalStateException("No answer: " + e, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Returns the version that answers. */
  String version() {
    HttpResponse<String> answer = predict();
    if (answer.statusCode() != 200) {
      throw new AssertionError(answer.statusCode() + " " + answer.body());
    }
    return answer.body().replaceFirst("(?s).*\"version\":\"([^\"]*)\".*", "$1");
  }
}
