package dev.assay.s3;

import dev.assay.internal.remote.Attempts;
import dev.assay.internal.remote.RemoteFile;
import dev.assay.internal.remote.Transfer;
import dev.assay.source.Source;
import dev.assay.source.SourceException;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Object;

/** One object, or all under a prefix. */
record S3Source(S3Address address, S3Store store, Transfer transfer) implements Source {
  private static final int MAX_OBJECTS = 1_000_000;

  @Override
  public void list(Listing listing) throws IOException {
    String key = address.key();
    if (!key.isEmpty() && !key.endsWith("/")) {
      Optional<HeadObjectResponse> object = head();
      if (object.isPresent()) {
        listing.file(file(address, object.get().contentLength(), object.get().eTag()));
        return;
      }
      key = key + "/";
    }
    if (list(key, listing) == 0 && !key.isEmpty()) {
      throw new SourceException(
          "names nothing: bucket "
              + address.bucket()
              + " at "
              + store.where()
              + " has neither the object "
              + address.key()
              + " nor any below it; check the key");
    }
  }

  /** The object that is named, if there is one. */
  private Optional<HeadObjectResponse> head() throws IOException {
    return Attempts.of(
        transfer,
        () -> {
          try {
            return Optional.of(
                store
                    .client()
                    .headObject(
                        head ->
                            head.bucket(address.bucket())
                                .key(address.key())
                                .versionId(address.version())));
          } catch (NoSuchKeyException e) {
            if (address.version() != null) {
              throw S3Errors.of(e, address, store);
            }
            return Optional.empty();
          } catch (RuntimeException e) {
            throw S3Errors.ofHead(e, address, store);
          }
        });
  }

  private long list(String prefix, Listing listing) throws IOException {
    String token = null;
    long found = 0;
    do {
      ListObjectsV2Response page = page(prefix, token);
      for (S3Object object : page.contents()) {
        String key = object.key();
        // A key that ends in a slash stands for a folder.
        if (key.startsWith(prefix) && !key.endsWith("/")) {
          found++;
          if (listing.wants(key.substring(prefix.length()))) {
            listing.file(file(address.at(key), object.size(), object.eTag()));
          }
        }
      }
      if (found > MAX_OBJECTS) {
        throw new SourceException("holds more than " + MAX_OBJECTS + " objects: name a prefix");
      }
      token = Boolean.TRUE.equals(page.isTruncated()) ? page.nextContinuationToken() : null;
    } while (token != null);
    return found;
  }

  private ListObjectsV2Response page(String prefix, @Nullable String token) throws IOException {
    ListObjectsV2Request request =
        ListObjectsV2Request.builder()
            .bucket(address.bucket())
            .prefix(prefix)
            .continuationToken(token)
            .maxKeys(store.pageSize())
            .build();
    return Attempts.of(
        transfer,
        () -> {
          try {
            return store.client().listObjectsV2(request);
          } catch (RuntimeException e) {
            throw S3Errors.of(e, address, store);
          }
        });
  }

  private RemoteFile file(S3Address object, @Nullable Long size, @Nullable String tag) {
    return new RemoteFile(
        S3SourceProvider.OPTIONS,
        object.shown(),
        size == null ? -1 : size,
        new S3Download(object, store, tag),
        List.of(),
        transfer);
  }

  @Override
  public void close() {
    store.close();
  }
}
