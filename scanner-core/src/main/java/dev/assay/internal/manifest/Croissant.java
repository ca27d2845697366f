package dev.assay.internal.manifest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.assay.internal.manifest.Manifest.Entry;
import dev.assay.source.SourceException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The files of a Croissant description (docs.mlcommons.org/croissant). Of a file that lies
 * elsewhere the last step of its address counts, if such a file stands beside the description.
 * Files inside of others, and those whose digest is none, say nothing.
 */
final class Croissant {
  private static final Pattern DIGEST = Pattern.compile("[0-9A-Fa-f]{64}");
  private static final Pattern ADDRESS = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]+://.*");

  private Croissant() {}

  static Manifest read(byte[] bytes) throws SourceException {
    JsonNode root;
    try {
      root = new ObjectMapper().readTree(bytes);
    } catch (IOException e) {
      throw new SourceException("is a manifest that is no JSON; it was not used", e);
    }
    List<Entry> entries = new ArrayList<>();
    JsonNode files = root == null ? null : root.get("distribution");
    if (files == null || !(files.isArray() || files.isObject())) {
      throw new SourceException("is a Croissant manifest without a distribution; it was not used");
    }
    for (JsonNode file : files.isArray() ? files : List.of(files)) {
      JsonNode digest = file.get("sha256");
      JsonNode address = file.get("contentUrl");
      boolean inside = file.has("containedIn");
      if (digest != null
          && address != null
          && !inside
          && DIGEST.matcher(digest.asText()).matches()) {
        entries.add(entry(address.asText(), digest.asText()));
      }
    }
    return new Manifest(entries);
  }

  private static Entry entry(String address, String digest) {
    boolean elsewhere = ADDRESS.matcher(address).matches();
    String path = elsewhere ? address.replaceAll("[?#].*", "") : address;
    String name = elsewhere ? path.substring(path.lastIndexOf('/') + 1) : path;
    return new Entry(name, digest.toLowerCase(Locale.ROOT), !elsewhere);
  }
}
