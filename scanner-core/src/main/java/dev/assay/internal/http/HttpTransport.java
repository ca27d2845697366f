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
   */
  record Answer(HttpResponse<InputStream> response, Origin from, boolean authorized) {}

  /**
   * Asks for an address.
   *
   * @param headers to send beside the usual ones
   * @throws SourceException if it leads where it must not
   * @throws TransientFailure if no answer comes
   */
  Answer get(URI address, Map<String, String> headers) throws IOException {
    URI uri = address;
    Set<URI> seen = new HashSet<>();
    while (seen.add(uri)) {
      Origin origin = Origin.of(uri);
      String authorization = credentials.authorization(origin);
      HttpResponse<InputStream> response = send(request(uri, headers, authorization), origin);
      if (!isRedirect(response.statusCode())) {
        return new Answer(response, origin, authorization != null);
      }
      response.body().close();
      if (seen.size() > MAX_REDIRECTS) {
        throw new SourceException(
            "is redirected more than " + MAX_REDIRECTS + " times, the last time by " + origin);
      }
      uri = next(uri, response.headers().firstValue("location").orElse(""));
    }
    throw new SourceException(
        "is redirected in a circle by " + Origin.of(uri) + ": ask whoever runs that server");
  }

  private HttpRequest request(URI uri, Map<String, String> headers, @Nullable String authorization)
      throws SourceException {
    try {
      return build(uri, headers, authorization);
    } catch (IllegalArgumentException e) {
      // The exception may quote the credentials.
      throw new SourceException(
          "cannot be asked for: its address, or the credentials for its host, hold characters that"
              + " HTTP does not allow");
    }
  }

  private HttpRequest build(URI uri, Map<String, String> headers, @Nullable String authorization) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(uri)
            .timeout(transfer.timeout())
            .header("User-Agent", "assay")
            .header("Accept-Encoding", "identity");
    headers.forEach(request::header);
    if (authorization != null) {
      request.header("Authorization", authorization);
    }
    return request.build();
  }

  private static boolean isRedirect(int status) {
    return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
  }

  private static URI next(URI from, String location) throws SourceException {
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
    Origin after = Origin.of(to);
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
    return to;
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
