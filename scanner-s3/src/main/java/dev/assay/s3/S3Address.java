package dev.assay.s3;

import dev.assay.source.SourceException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which objects of which bucket.
 *
 * @param key an object's key, or what the keys of several begin with; may be empty
 * @param version of the object, or null for the newest
 */
record S3Address(String bucket, String key, @Nullable String version) {
  static final String SCHEME = "s3://";
  private static final Pattern FORM =
      Pattern.compile(
          "s3://([A-Za-z0-9][A-Za-z0-9._-]{1,253})(?:/(.*?))?(?:\\?versionId=([^?&]+))?");

  static S3Address of(String argument) throws SourceException {
    Matcher form = FORM.matcher(argument);
    if (!form.matches()) {
      throw new SourceException(
          "is no address in an object store: write s3://BUCKET/KEY or s3://BUCKET/PREFIX/");
    }
    String key = form.group(2) == null ? "" : form.group(2);
    if (form.group(3) != null && (key.isEmpty() || key.endsWith("/"))) {
      throw new SourceException("names a version of a folder: only an object has versions");
    }
    return new S3Address(form.group(1), key, form.group(3));
  }

  S3Address at(String otherKey) {
    return new S3Address(bucket, otherKey, null);
  }

  /** Its name in reports. */
  String shown() {
    return SCHEME + bucket + "/" + key + (version == null ? "" : "?versionId=" + version);
  }
}
