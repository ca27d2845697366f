package dev.assay.s3;

import dev.assay.internal.remote.TransientFailure;
import dev.assay.source.SourceException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.UnknownHostException;
import java.util.Set;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** What the SDK throws, in words for users: host, key, status and the next step. */
final class S3Errors {
  private static final Set<Integer> TRANSIENT = Set.of(408, 429, 500, 502, 503, 504);

  private S3Errors() {}

  /** What a failure means for an object or a prefix. */
  static IOException of(RuntimeException e, S3Address object, S3Store store) {
    if (e instanceof AbortedException) {
      Thread.currentThread().interrupt();
      return new InterruptedIOException("interrupted");
    }
    if (e instanceof S3Exception answer) {
      return of(answer, object, store);
    }
    String message = String.valueOf(e.getMessage());
    if (message.contains("Unable to load credentials")
        || message.contains("Unable to load region")) {
      return new SourceException(
          "cannot be read: no credentials for "
              + store.where()
              + " were found. Set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, name a profile with"
              + " --source-option s3.profile=NAME, or, for public data, --source-option"
              + " s3.anonymous=true",
          e);
    }
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof UnknownHostException) {
        return new SourceException(
            "cannot be read: this machine knows no host for "
                + store.where()
                + " (bucket "
                + object.bucket()
                + "): check the endpoint and the bucket's name",
            e);
      }
    }
    boolean network = causedBy(e, IOException.class);
    return network
        ? new TransientFailure("the connection to " + store.where() + " failed", null)
        : new SourceException("cannot be read from " + store.where() + ": " + message, e);
  }

  /** As {@link #of}; an answer to HEAD says its status alone. */
  static IOException ofHead(RuntimeException e, S3Address object, S3Store store) {
    if (!(e instanceof S3Exception answer) || answer.statusCode() == 404) {
      return of(e, object, store);
    }
    try {
      store
          .client()
          .getObject(
              get ->
                  get.bucket(object.bucket())
                      .key(object.key())
                      .versionId(object.version())
                      .range("bytes=0-0"))
          .abort();
      return of(e, object, store);
    } catch (RuntimeException said) {
      return of(said, object, store);
    }
  }

  private static boolean causedBy(Throwable e, Class<? extends Throwable> kind) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (kind.isInstance(cause)) {
        return true;
      }
    }
    return false;
  }

  private static IOException of(S3Exception answer, S3Address object, S3Store store) {
    AwsErrorDetails details = answer.awsErrorDetails();
    String code = details == null || details.errorCode() == null ? "" : details.errorCode();
    int status = answer.statusCode();
    String what = store.where() + " answered " + status + (code.isEmpty() ? "" : " (" + code + ")");
    if (status == 412 || code.equals("PreconditionFailed")) {
      return new SourceException("changed while it was read: scan it again", answer);
    }
    boolean later = code.equals("SlowDown") || code.equals("RequestTimeout");
    if (later || TRANSIENT.contains(status)) {
      return new TransientFailure(what, null);
    }
    return new SourceException(
        "cannot be read: " + what + " for " + object.shown() + advice(code, status, object),
        answer);
  }

  private static String advice(String code, int status, S3Address object) {
    return switch (code) {
      case "NoSuchBucket" -> ": there is no bucket " + object.bucket() + "; check its name";
      case "NoSuchKey", "NoSuchVersion" -> ": check the key and the version";
      case "ExpiredToken", "TokenRefreshRequired" ->
          ": the session's token is expired; log in again";
      case "RequestTimeTooSkewed" ->
          ": this machine's clock is wrong; set it, for requests are signed with the time";
      case "InvalidAccessKeyId", "SignatureDoesNotMatch", "InvalidToken" ->
          ": the credentials are not accepted; check them and the region";
      case "InvalidObjectState" -> ": it is archived; restore it first";
      case "PermanentRedirect",
          "AuthorizationHeaderMalformed",
          "IllegalLocationConstraintException" ->
          ": the bucket is in another region; name it with --source-option s3.region=REGION";
      default ->
          switch (status) {
            case 401, 403 ->
                ": these credentials may not read it (s3:GetObject, and s3:ListBucket for a"
                    + " prefix), or it is not there";
            case 404 -> ": check bucket and key";
            case 301 -> ": name the bucket's region with --source-option s3.region=REGION";
            default -> "";
          };
    };
  }
}
