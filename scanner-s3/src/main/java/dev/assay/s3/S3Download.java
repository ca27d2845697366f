package dev.assay.s3;

import dev.assay.internal.remote.Download;
import dev.assay.source.SourceException;
import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;

/**
 * One object, as long as it is the one that was listed.
 *
 * @param tag its entity tag, or null if the store gave none
 */
record S3Download(S3Address object, S3Store store, @Nullable String tag) implements Download {
  private static final Pattern CONTENT_RANGE =
      Pattern.compile("bytes (\\d{1,18})-\\d{1,18}/(\\d{1,18})");

  @Override
  public Part open(long from) throws IOException {
    GetObjectRequest request =
        GetObjectRequest.builder()
            .bucket(object.bucket())
            .key(object.key())
            .versionId(object.version())
            .ifMatch(tag)
            .range(from > 0 ? "bytes=" + from + "-" : null)
            .build();
    ResponseInputStream<GetObjectResponse> in;
    try {
      in = store.client().getObject(request);
    } catch (RuntimeException e) {
      throw S3Errors.of(e, object, store);
    }
    GetObjectResponse response = in.response();
    if (tag != null && response.eTag() != null && !tag.equals(response.eTag())) {
      in.abort();
      throw new SourceException("changed while it was read: scan it again");
    }
    String range = response.contentRange();
    if (from > 0 && range != null) {
      Matcher matcher = CONTENT_RANGE.matcher(range);
      if (!matcher.matches() || Long.parseLong(matcher.group(1)) != from) {
        in.abort();
        throw new SourceException(
            "cannot be read: " + store.where() + " sent other bytes than it was asked for");
      }
      return new Part(in, from, Long.parseLong(matcher.group(2)), in::abort);
    }
    Long length = response.contentLength();
    return new Part(in, 0, length == null ? -1 : length, in::abort);
  }
}
