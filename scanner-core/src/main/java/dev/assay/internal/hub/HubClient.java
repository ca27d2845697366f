package dev.assay.internal.hub;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.assay.internal.http.HttpDownload;
import dev.assay.internal.http.HttpTransport;
import dev.assay.internal.http.Origin;
import dev.assay.internal.remote.Checksum;
import dev.assay.internal.remote.RemoteFile;
import dev.assay.internal.remote.Transfer;
import dev.assay.source.SourceException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The hub's HTTP interface: commits, lists of files, and files. Source: the hub's own description
 * of its interface, https://huggingface.co/docs/hub/api.
 */
final class HubClient {
  private static final int MAX_PAGE_BYTES = 32 << 20;
  private static final int MAX_TEXT_BYTES = 4 << 20;
  private static final int MAX_FILES = 1_000_000;
  private static final Pattern NEXT = Pattern.compile("<([^<>]+)>\\s*;\\s*rel=\"?next\"?");
  private static final Pattern COMMIT = Pattern.compile("[0-9a-f]{40,64}");
  private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");
  private static final Pattern SHA1 = Pattern.compile("[0-9a-f]{40}");

  private final URI endpoint;
  private final HttpTransport transport;
  private final Transfer transfer;
  private final String repository;
  private final ObjectMapper json =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxNestingDepth(50).build())
                  .build())
          .build();

  HubClient(URI endpoint, HttpTransport transport, Transfer transfer, HubAddress address) {
    this.endpoint = endpoint;
    this.transport = transport;
    this.transfer = transfer;
    this.repository = address.repository();
  }

  /**
   * A file or folder of the repository.
   *
   * @param checksum what its bytes must have, or null if the hub names none
   */
  record Entry(String path, boolean folder, long size, @Nullable Checksum checksum) {}

  /** The commit that a revision stands for now. */
  String commit(String revision) throws IOException {
    JsonNode answer =
        read(uri("/api/datasets/" + repository + "/revision/" + HubAddress.encoded(revision)))
            .body();
    String commit = answer.path("sha").asText("");
    if (!COMMIT.matcher(commit).matches()) {
      throw strange();
    }
    return commit;
  }

  /** All that lies under a folder, in the hub's order. */
  List<Entry> tree(String commit, String folder, boolean recursive) throws IOException {
    String path = folder.isEmpty() ? "" : "/" + HubAddress.encodedPath(folder);
    URI next =
        uri(
            "/api/datasets/"
                + repository
                + "/tree/"
                + commit
                + path
                + (recursive ? "?recursive=true" : ""));
    List<Entry> entries = new ArrayList<>();
    Set<URI> seen = new HashSet<>();
    while (next != null && seen.add(next)) {
      Page page = read(next);
      if (!page.body().isArray()) {
        throw strange();
      }
      for (JsonNode entry : page.body()) {
        entries.add(entry(entry));
      }
      if (entries.size() > MAX_FILES) {
        throw new SourceException("holds more than " + MAX_FILES + " files: name a folder of it");
      }
      next = page.next();
    }
    if (next != null) {
      throw strange();
    }
    return entries;
  }

  /** A file of the repository, to be read. */
  RemoteFile file(String commit, Entry entry) {
    URI uri =
        uri(
            "/datasets/"
                + repository
                + "/resolve/"
                + commit
                + "/"
                + HubAddress.encodedPath(entry.path()));
    return new RemoteFile(
        HubProvider.OPTIONS,
        HubAddress.shown(repository, commit, entry.path()),
        entry.size(),
        new HttpDownload(transport, uri),
        entry.checksum() == null ? List.of() : List.of(entry.checksum()),
        transfer);
  }

  /** The whole dataset's name in reports. */
  String shown(String commit) {
    String name = HubAddress.shown(repository, commit, "");
    return name.substring(0, name.length() - 1);
  }

  /** A small file of the repository as text, verified. */
  String text(String commit, Entry entry) throws IOException {
    byte[] bytes;
    try (InputStream in = file(commit, entry).open()) {
      bytes = in.readNBytes(MAX_TEXT_BYTES + 1);
    }
    if (bytes.length > MAX_TEXT_BYTES) {
      throw new SourceException("has a " + entry.path() + " larger than 4 MiB, which is the limit");
    }
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private Entry entry(JsonNode entry) throws SourceException {
    String path = entry.path("path").asText("");
    String type = entry.path("type").asText("");
    if (path.isEmpty() || !(type.equals("file") || type.equals("directory"))) {
      throw strange();
    }
    JsonNode lfs = entry.path("lfs");
    long size = entry.path("size").asLong(-1);
    String sha256 = lfs.path("oid").asText("");
    String blob = entry.path("oid").asText("");
    Checksum checksum = null;
    if (SHA256.matcher(sha256).matches()) {
      checksum = new Checksum(Checksum.Kind.SHA256, sha256, "that the hub lists");
      size = lfs.path("size").asLong(size);
    } else if (lfs.isObject()) {
      throw strange();
    } else if (SHA1.matcher(blob).matches() && size >= 0) {
      checksum = new Checksum(Checksum.Kind.GIT_BLOB, blob, "that the hub lists");
    }
    return new Entry(path, type.equals("directory"), size, checksum);
  }

  private record Page(JsonNode body, @Nullable URI next) {}

  private Page read(URI uri) throws IOException {
    HttpDownload download = new HttpDownload(transport, uri);
    RemoteFile file =
        new RemoteFile(HubProvider.OPTIONS, uri.toString(), -1, download, List.of(), transfer);
    byte[] bytes;
    try (InputStream in = file.open()) {
      bytes = in.readNBytes(MAX_PAGE_BYTES + 1);
    }
    if (bytes.length > MAX_PAGE_BYTES) {
      throw strange();
    }
    try {
      JsonNode body = json.readTree(bytes);
      return new Page(body == null ? json.nullNode() : body, next(uri, download.headers()));
    } catch (JacksonException e) {
      throw strange();
    }
  }

  private @Nullable URI next(URI page, @Nullable HttpHeaders headers) throws SourceException {
    if (headers == null) {
      return null;
    }
    for (String link : headers.allValues("link")) {
      Matcher next = NEXT.matcher(link);
      if (next.find()) {
        try {
          URI uri = page.resolve(next.group(1));
          if (uri.getHost() != null && Origin.of(uri).equals(Origin.of(endpoint))) {
            return uri;
          }
        } catch (IllegalArgumentException e) {
          // No address: as strange as one that leads elsewhere.
        }
        throw strange();
      }
    }
    return null;
  }

  private URI uri(String path) {
    return URI.create(endpoint + path);
  }

  private SourceException strange() {
    return new SourceException(
        "cannot be read: "
            + Origin.of(endpoint)
            + " answered what no hub answers: check --source-option hf.endpoint");
  }
}
