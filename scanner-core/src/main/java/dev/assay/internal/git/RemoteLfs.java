package dev.assay.internal.git;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.assay.internal.git.Retries.PassingException;
import dev.assay.source.SourceException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The Git LFS server of a repository. Source: git-lfs, docs/api/batch.md and basic-transfers.md.
 * The repository's own {@code .lfsconfig} is not followed: it could send a login elsewhere.
 */
final class RemoteLfs implements LfsStore {
  private static final String MEDIA = "application/vnd.git-lfs+json";
  private static final int MOST_ANSWER = 1 << 20;
  private static final int MOST_REDIRECTS = 5;

  /** Headers that the client sets itself, or that would change what is asked. */
  private static final Set<String> RESERVED =
      Set.of("host", "content-length", "transfer-encoding", "connection", "upgrade", "expect");

  private final URI endpoint;
  private final GitLogin login;
  private final Retries retries;
  private final Duration timeout;
  private final HttpClient client;

  private record Download(URI href, Map<String, String> headers) {}

  RemoteLfs(GitAddress address, GitLogin login, Retries retries, Map<String, String> options)
      throws SourceException {
    String url = address.url().replaceFirst("/+$", "");
    this.endpoint =
        URI.create(
            options.getOrDefault(
                "git.lfs.url", (url.endsWith(".git") ? url : url + ".git") + "/info/lfs"));
    this.login = login;
    this.retries = retries;
    this.timeout = Duration.ofSeconds(Retries.number(options, "git.timeout", 60));
    this.client = HttpClient.newBuilder().connectTimeout(timeout).build();
  }

  @Override
  public InputStream open(LfsPointer pointer) throws IOException {
    return new ResumingInput(pointer.size(), retries, from -> download(pointer, from));
  }

  private InputStream download(LfsPointer pointer, long from) throws IOException {
    Download download = ask(pointer);
    URI place = download.href();
    Map<String, String> headers = new LinkedHashMap<>(download.headers());
    if (from > 0) {
      headers.put("Range", "bytes=" + from + "-");
    }
    for (int hop = 0; hop <= MOST_REDIRECTS; hop++) {
      HttpResponse<InputStream> answer = get(place, headers);
      int status = answer.statusCode();
      if (status == 200 || status == 206) {
        InputStream body = answer.body();
        if (status == 200) {
          body.skipNBytes(from);
        }
        return body;
      }
      answer.body().close();
      if (status < 300 || status > 399) {
        throw refused("the data of this Git LFS pointer", status);
      }
      URI next = place.resolve(answer.headers().firstValue("Location").orElse(""));
      if (!isSafe(place, next)) {
        throw new SourceException("is a Git LFS pointer whose server leads to " + next.getScheme());
      }
      headers.keySet().removeIf(name -> !name.equals("Range"));
      place = next;
    }
    throw new SourceException("is a Git LFS pointer whose server redirects without end");
  }

  private static boolean isSafe(URI from, URI to) {
    String scheme = String.valueOf(to.getScheme()).toLowerCase(Locale.ROOT);
    return to.getHost() != null
        && (scheme.equals("https") || (scheme.equals("http") && !"https".equals(from.getScheme())));
  }

  private HttpResponse<InputStream> get(URI place, Map<String, String> headers) throws IOException {
    HttpRequest.Builder request = HttpRequest.newBuilder(place).timeout(timeout).GET();
    boolean authorized = false;
    for (Map.Entry<String, String> header : headers.entrySet()) {
      String name = header.getKey().toLowerCase(Locale.ROOT);
      if (!RESERVED.contains(name)) {
        request.header(header.getKey(), header.getValue());
        authorized |= name.equals("authorization");
      }
    }
    return send(authorized ? request : withLogin(request, place), place);
  }

  private HttpRequest.Builder withLogin(HttpRequest.Builder request, URI place) {
    String header = login.header(place);
    return header == null ? request : request.header("Authorization", header);
  }

  private Download ask(LfsPointer pointer) throws IOException {
    URI batch = URI.create(endpoint + "/objects/batch");
    String question =
        "{\"operation\":\"download\",\"transfers\":[\"basic\"],\"objects\":[{\"oid\":\""
            + pointer.oid()
            + "\",\"size\":"
            + pointer.size()
            + "}]}";
    HttpRequest.Builder request =
        HttpRequest.newBuilder(batch)
            .timeout(timeout)
            .header("Accept", MEDIA)
            .header("Content-Type", MEDIA)
            .POST(BodyPublishers.ofString(question));
    HttpResponse<InputStream> answer = send(withLogin(request, batch), batch);
    try (InputStream body = answer.body()) {
      if (answer.statusCode() != 200) {
        throw refused("the Git LFS server", answer.statusCode());
      }
      JsonNode said = new ObjectMapper().readTree(body.readNBytes(MOST_ANSWER));
      return download(said == null ? null : said.path("objects").path(0), batch);
    } catch (com.fasterxml.jackson.core.JacksonException e) {
      throw new SourceException("is a Git LFS pointer, and its server's answer cannot be read", e);
    }
  }

  private static Download download(@Nullable JsonNode object, URI batch) throws SourceException {
    JsonNode error = object == null ? null : object.get("error");
    JsonNode action = object == null ? null : object.path("actions").get("download");
    if (error != null || action == null || !action.path("href").isTextual()) {
      String code = error == null ? "" : " (" + error.path("code").asInt() + ")";
      throw new SourceException("is a Git LFS pointer whose data its server does not have" + code);
    }
    URI href;
    try {
      href = batch.resolve(action.path("href").asText());
    } catch (IllegalArgumentException e) {
      throw new SourceException("is a Git LFS pointer whose server names no address for it", e);
    }
    if (!isSafe(batch, href)) {
      throw new SourceException("is a Git LFS pointer whose server leads to " + href.getScheme());
    }
    Map<String, String> headers = new LinkedHashMap<>();
    action
        .path("header")
        .properties()
        .forEach(header -> headers.put(header.getKey(), header.getValue().asText()));
    return new Download(href, headers);
  }

  private HttpResponse<InputStream> send(HttpRequest.Builder request, URI place)
      throws IOException {
    try {
      return client.send(request.build(), BodyHandlers.ofInputStream());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new SourceException("was given up: the scan was interrupted", e);
    } catch (IOException e) {
      throw new PassingException(
          "is a Git LFS pointer, and " + place.getHost() + " does not answer", e);
    } catch (IllegalArgumentException e) {
      throw new SourceException("is a Git LFS pointer whose server asks for what is no HTTP", e);
    }
  }

  private SourceException refused(String what, int status) {
    if (status == 401 || status == 403) {
      return new SourceException(
          "is a Git LFS pointer; "
              + what
              + " wants "
              + (login.isKnown() ? "another login" : "a login")
              + " ("
              + status
              + "): set or renew "
              + GitLogin.TOKEN);
    }
    String said = "is a Git LFS pointer; " + what + " was refused (" + status + ")";
    return status >= 500 || status == 429 ? new PassingException(said) : new SourceException(said);
  }
}
