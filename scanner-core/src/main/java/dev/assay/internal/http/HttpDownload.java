package dev.assay.internal.http;

import dev.assay.internal.http.HttpTransport.Answer;
import dev.assay.internal.remote.Download;
import dev.assay.source.SourceException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One file on a web server. Its entity tag, once seen, holds for all later reads: another one is
 * another file.
 */
public final class HttpDownload implements Download {
  private static final Pattern CONTENT_RANGE =
      Pattern.compile("bytes (\\d{1,18})-\\d{1,18}/(\\d{1,18})");

  private final HttpTransport transport;
  private final URI uri;
  private final Map<String, String> own;
  private final boolean known;
  private final AtomicReference<@Nullable String> tag = new AtomicReference<>();
  private volatile @Nullable HttpHeaders headers;

  public HttpDownload(HttpTransport transport, URI uri) {
    this(transport, uri, Map.of(), false);
  }

  private HttpDownload(HttpTransport transport, URI uri, Map<String, String> own, boolean known) {
    this.transport = transport;
    this.uri = uri;
    this.own = Map.copyOf(own);
    this.known = known;
  }

  /**
   * A file whose digest is known beforehand: it may be read on from anywhere, whatever its tag.
   *
   * @param own headers for the address's own server alone
   */
  public static HttpDownload known(HttpTransport transport, URI uri, Map<String, String> own) {
    return new HttpDownload(transport, uri, own, true);
  }

  /**
   * Asks for the file's size, in bytes; -1 if the server does not say.
   *
   * @throws SourceException if the file cannot be read, now or later
   * @throws IOException if it may be readable later
   */
  long size() throws IOException {
    // Its first byte and not its head: an address that is signed is signed for reading.
    Answer answer = transport.get(uri, Map.of("Range", "bytes=0-0"), own);
    try (InputStream body = answer.response().body()) {
      return answer.response().statusCode() == 416 ? -1 : part(answer, body, 0).total();
    }
  }

  @Override
  public Part open(long from) throws IOException {
    String before = tag.get();
    boolean ranged = from > 0 && (known || (before != null && !before.startsWith("W/")));
    Map<String, String> range = new HashMap<>();
    if (ranged) {
      range.put("Range", "bytes=" + from + "-");
      if (before != null) {
        range.put("If-Range", before);
      }
    }
    Answer answer = transport.get(uri, range, own);
    InputStream body = answer.response().body();
    try {
      return part(answer, body, ranged ? from : 0);
    } catch (IOException e) {
      body.close();
      throw e;
    }
  }

  /** The headers of the last answer that was a file; null before. */
  public @Nullable HttpHeaders headers() {
    return headers;
  }

  private Part part(Answer answer, InputStream body, long from) throws IOException {
    HttpResponse<InputStream> response = answer.response();
    int status = response.statusCode();
    if (status != 200 && status != 206) {
      throw answer.failure();
    }
    headers = response.headers();
    sameTag(response.headers().firstValue("etag").orElse(null));
    noPage(response.headers().firstValue("content-type").orElse(""), answer.from());
    if (status == 206) {
      Matcher range =
          CONTENT_RANGE.matcher(response.headers().firstValue("content-range").orElse(""));
      if (!range.matches() || Long.parseLong(range.group(1)) != from) {
        throw new SourceException(
            "cannot be read: " + answer.from() + " sent other bytes than it was asked for");
      }
      return new Part(body, from, Long.parseLong(range.group(2)), body);
    }
    return new Part(
        body, 0, response.headers().firstValueAsLong("content-length").orElse(-1), body);
  }

  private void sameTag(@Nullable String now) throws SourceException {
    if (now != null && !tag.compareAndSet(null, now) && !now.equals(tag.get())) {
      throw new SourceException(
          "changed while it was read (its ETag is another one than before): scan it again");
    }
  }

  /** A page that asks for a login, say, comes with status 200 too. */
  private void noPage(String contentType, Origin from) throws SourceException {
    String path = String.valueOf(uri.getPath());
    boolean page = path.endsWith(".html") || path.endsWith(".htm");
    if (contentType.startsWith("text/html") && !page && hasExtension(path)) {
      throw new SourceException(
          "cannot be read: " + from + " sent a web page in its place; does it want a login?");
    }
  }

  private static boolean hasExtension(String path) {
    return path.lastIndexOf('.') > path.lastIndexOf('/');
  }
}
