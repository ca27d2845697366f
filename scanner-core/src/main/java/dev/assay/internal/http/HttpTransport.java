package dev.assay.internal.http;

import dev.assay.internal.remote.Transfer;
import dev.assay.internal.remote.TransientFailure;
import dev.assay.source.SourceException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * Asks web servers. Redirects are followed where that is safe: a bounded number, never from HTTPS
 * to HTTP, never from elsewhere to this machine, and no secret goes along to another server. May be
 * used by several threads.
 */
public final class HttpTransport {
  private static final int MAX_REDIRECTS = 10;
  private static final Duration CONNECT = Duration.ofSeconds(10);

  private final HttpClient client;
  private final Transfer transfer;
  private final Credentials credentials;

  public HttpTransport(Transfer transfer, Credentials credentials) {
    this.transfer = transfer;
    this.credentials = credentials;
    this.client =
        HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NEVER)
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(min(CONNECT, transfer.timeout()))
            .build();
  }

  private static Duration min(Duration a, Duration b) {
    return a.compareTo(b) < 0 ? a : b;
  }

  /**
   * An answer.
   *
   * @param response what came, redirects aside
   * @param from who sent it
   * @param authorized whether it was sent credentials
   * @param advice how to give it some
   */
  public record Answer(
      HttpResponse<InputStream> response, Origin from, boolean authorized, String advice) {
    /**
     * What an answer that is not what was asked for means.
     *
     * @return a {@link TransientFailure} if it may work later, else a {@link SourceException}
     */
    public IOException failure() {
      return Statuses.failure(this);
    }
  }

  /**
   * Asks for an address.
   *
   * @param headers to send beside the usual ones
   * @param own headers for the address's own server alone, such as what it said to come with
   * @throws SourceException if it leads where it must not
   * @throws TransientFailure if no answer comes
   */
  Answer get(URI address, Map<String, String> headers, Map<String, String> own) throws IOException {
    URI uri = address;
    Origin first = Origin.of(address);
    Set<URI> seen = new HashSet<>();
    while (seen.add(uri)) {
      Map<String, String> all = new HashMap<>(headers);
      if (Origin.of(uri).equals(first)) {
        all.putAll(own);
      }
      Answer answer = once(uri, all, null);
      if (!isRedirect(answer.response().statusCode())) {
        return answer;
      }
      answer.response().body().close();
      if (seen.size() > MAX_REDIRECTS) {
        throw new SourceException(
            "is redirected more than "
                + MAX_REDIRECTS
                + " times, the last time by "
                + answer.from());
      }
      uri = led(uri, answer.response().headers().firstValue("location").orElse(""));
    }
    throw new SourceException(
        "is redirected in a circle by " + Origin.of(uri) + ": ask whoever runs that server");
  }

  /**
   * Sends something to an address. Redirects are not followed: they are the answer.
   *
   * @throws TransientFailure if no answer comes
   */
  public Answer post(URI address, Map<String, String> headers, String body) throws IOException {
    return once(address, headers, body);
  }

  private Answer once(URI uri, Map<String, String> headers, @Nullable String body)
      throws IOException {
    Origin origin = Origin.of(uri);
    boolean has = headers.keySet().stream().anyMatch("authorization"::equalsIgnoreCase);
    String authorization = has ? null : credentials.authorization(origin);
    HttpResponse<InputStream> response = send(request(uri, headers, authorization, body), origin);
    return new Answer(response, origin, has || authorization != null, credentials.advice());
  }

  private HttpRequest request(
      URI uri, Map<String, String> headers, @Nullable String authorization, @Nullable String body)
      throws SourceException {
    try {
      return build(uri, headers, authorization, body);
    } catch (IllegalArgumentException e) {
      // The exception may quote the credentials.
      throw new SourceException(
          "cannot be asked for: its address, or the credentials for its host, hold characters that"
              + " HTTP does not allow");
    }
  }

  private HttpRequest build(
      URI uri, Map<String, String> headers, @Nullable String authorization, @Nullable String body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(uri)
            .timeout(transfer.timeout())
            .header("User-Agent", "assay")
            .header("Accept-Encoding", "identity");
    headers.forEach(request::header);
    if (body != null) {
      request.POST(HttpRequest.BodyPublishers.ofString(body));
    }
    if (authorization != null) {
      request.header("Authorization", authorization);
    }
    return request.build();
  }

  private static boolean isRedirect(int status) {
    return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
  }

  /**
   * Where a server leads: to a web address, never from HTTPS to HTTP, and never from elsewhere to
   * this machine.
   *
   * @param location a whole address, or one from where it stands
   * @throws SourceException if it leads elsewhere
   */
  public static URI led(URI from, String location) throws SourceException {
    Origin before = Origin.of(from);
    URI to;
    try {
      to = from.resolve(new URI(location));
    } catch (URISyntaxException e) {
      throw new SourceException("is redirected by " + before + " to an address that is none");
    }
    String scheme = String.valueOf(to.getScheme());
    boolean web = scheme.equalsIgnoreCase("http") || scheme.equalsIgnoreCase("https");
    if (location.isEmpty() || !web || to.getHost() == null) {
      throw new SourceException("is redirected by " + before + " to what is no web address");
    }
    requireSafe(before, Origin.of(to));
    return to;
  }

  /**
   * Whether one server may lead to another.
   *
   * @throws SourceException if not
   */
  public static void requireSafe(Origin before, Origin after) throws SourceException {
    if (before.isHttps() && !after.isHttps()) {
      throw new SourceException(
          "is redirected from HTTPS at "
              + before
              + " to HTTP without encryption at "
              + after
              + ", which is not followed: give the address that you trust");
    }
    if (after.isThisMachine() && !before.isThisMachine()) {
      throw new SourceException(
          "is redirected by " + before + " to this machine (" + after + "), which is not followed");
    }
  }

  private HttpResponse<InputStream> send(HttpRequest request, Origin origin) throws IOException {
    try {
      return client.send(request, BodyHandlers.ofInputStream());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted");
    } catch (HttpTimeoutException e) {
      throw new TransientFailure(origin + " did not answer in time", null);
    } catch (SSLException e) {
      throw new SourceException(
          "cannot be read: no safe connection to " + origin + " (" + e.getMessage() + ")", e);
    } catch (ConnectException e) {
      if (isUnknown(e)) {
        throw new SourceException(
            "cannot be read: there is no host " + origin.host() + ", as far as this machine knows",
            e);
      }
      throw new TransientFailure("no connection to " + origin + " could be made", null);
    }
  }

  private static boolean isUnknown(Throwable e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof UnresolvedAddressException || cause instanceof UnknownHostException) {
        return true;
      }
    }
    return false;
  }
}
