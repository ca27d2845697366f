package dev.assay.internal.git;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.assay.internal.http.HttpDownload;
import dev.assay.internal.http.HttpTransport;
import dev.assay.internal.http.HttpTransport.Answer;
import dev.assay.internal.remote.Checksum;
import dev.assay.internal.remote.Download.Part;
import dev.assay.internal.remote.RemoteFile;
import dev.assay.internal.remote.Transfer;
import dev.assay.source.DataFile;
import dev.assay.source.SourceException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
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

  /** Headers that the client sets itself, or that would change what is asked. */
  private static final Set<String> RESERVED =
      Set.of(
          "host",
          "content-length",
          "transfer-encoding",
          "connection",
          "upgrade",
          "expect",
          "range");

  private final URI batch;
  private final HttpTransport transport;
  private final Transfer transfer;

  private record Place(URI href, Map<String, String> headers) {}

  RemoteLfs(GitAddress address, GitLogin login, Transfer transfer, Map<String, String> options) {
    String url = address.url().replaceFirst("/+$", "");
    String usual = (url.endsWith(".git") ? url : url + ".git") + "/info/lfs";
    this.batch = URI.create(options.getOrDefault("git.lfs.url", usual) + "/objects/batch");
    this.transport = new HttpTransport(transfer, login);
    this.transfer = transfer;
  }

  @Override
  public DataFile file(String uri, LfsPointer pointer) {
    Checksum checksum = new Checksum(Checksum.Kind.SHA256, pointer.oid(), "of its Git LFS pointer");
    return new RemoteFile(
        GitSources.OPTIONS,
        uri,
        pointer.size(),
        from -> open(pointer, from),
        List.of(checksum),
        transfer);
  }

  /** The place is asked for each time: it may be good for some minutes alone. */
  private Part open(LfsPointer pointer, long from) throws IOException {
    Place place = place(pointer);
    return HttpDownload.known(transport, place.href(), place.headers()).open(from);
  }

  private Place place(LfsPointer pointer) throws IOException {
    String question =
        "{\"operation\":\"download\",\"transfers\":[\"basic\"],\"objects\":[{\"oid\":\""
            + pointer.oid()
            + "\",\"size\":"
            + pointer.size()
            + "}]}";
    // Read as files are, so that a server that trickles is given up.
    RemoteFile answer =
        new RemoteFile(
            GitSources.OPTIONS, batch.toString(), -1, from -> ask(question), List.of(), transfer);
    try (InputStream in = answer.open()) {
      JsonNode said = new ObjectMapper().readTree(in.readNBytes(MOST_ANSWER));
      return place(said == null ? null : said.path("objects").path(0));
    } catch (JacksonException e) {
      throw new SourceException("is a Git LFS pointer, and its server's answer cannot be read", e);
    }
  }

  private Part ask(String question) throws IOException {
    Answer answer = transport.post(batch, Map.of("Accept", MEDIA, "Content-Type", MEDIA), question);
    InputStream body = answer.response().body();
    if (answer.response().statusCode() != 200) {
      body.close();
      throw answer.failure();
    }
    long length = answer.response().headers().firstValueAsLong("content-length").orElse(-1);
    return new Part(body, 0, length, body);
  }

  private Place place(@Nullable JsonNode object) throws SourceException {
    JsonNode error = object == null ? null : object.get("error");
    JsonNode action = object == null ? null : object.path("actions").get("download");
    if (error != null || action == null || !action.path("href").isTextual()) {
      String code = error == null ? "" : " (" + error.path("code").asInt() + ")";
      throw new SourceException("is a Git LFS pointer whose data its server does not have" + code);
    }
    Map<String, String> headers = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> header : action.path("header").properties()) {
      if (!RESERVED.contains(header.getKey().toLowerCase(Locale.ROOT))) {
        headers.put(header.getKey(), header.getValue().asText());
      }
    }
    return new Place(HttpTransport.led(batch, action.path("href").asText()), headers);
  }
}
