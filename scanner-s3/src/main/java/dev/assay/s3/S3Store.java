package dev.assay.s3;

import dev.assay.internal.remote.Transfer;
import java.io.Closeable;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.regions.providers.DefaultAwsRegionProviderChain;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;

/**
 * A connection to an object store.
 *
 * @param where it is, for messages
 * @param pageSize how many objects are listed at a time
 */
record S3Store(S3Client client, String where, int pageSize) implements Closeable {
  private static final int LARGEST_PAGE = 1000;

  static S3Store open(Transfer transfer, Map<String, String> options) {
    String profile = options.get("s3.profile");
    URI endpoint = endpoint(options.get("s3.endpoint"));
    Region region = region(options.get("s3.region"), profile, endpoint != null);
    S3ClientBuilder builder =
        S3Client.builder()
            .region(region)
            .credentialsProvider(credentials(flag(options, "s3.anonymous", false), profile))
            .forcePathStyle(flag(options, "s3.path-style", endpoint != null))
            .httpClientBuilder(
                UrlConnectionHttpClient.builder()
                    .connectionTimeout(transfer.timeout())
                    .socketTimeout(transfer.timeout()))
            // What reads a body tries again by itself, with the same patience for all sources.
            .overrideConfiguration(config -> config.retryStrategy(retry -> retry.maxAttempts(1)));
    if (endpoint != null) {
      builder.endpointOverride(endpoint);
    } else {
      builder.crossRegionAccessEnabled(true);
    }
    return new S3Store(
        builder.build(),
        endpoint == null ? "S3 in " + region.id() : endpoint.getAuthority(),
        pageSize(options.get("s3.page-size")));
  }

  private static int pageSize(@Nullable String value) {
    try {
      int size = value == null ? LARGEST_PAGE : Integer.parseInt(value);
      if (size >= 1 && size <= LARGEST_PAGE) {
        return size;
      }
    } catch (NumberFormatException e) {
      // Said below, together with numbers out of range.
    }
    throw new IllegalArgumentException(
        "--source-option s3.page-size takes a whole number from 1 to " + LARGEST_PAGE + ".");
  }

  private static AwsCredentialsProvider credentials(boolean anonymous, @Nullable String profile) {
    if (anonymous) {
      return AnonymousCredentialsProvider.create();
    }
    DefaultCredentialsProvider.Builder chain = DefaultCredentialsProvider.builder();
    if (profile != null) {
      chain.profileName(profile);
    }
    return chain.build();
  }

  private static Region region(
      @Nullable String named, @Nullable String profile, boolean ownEndpoint) {
    if (named != null) {
      return Region.of(named);
    }
    try {
      DefaultAwsRegionProviderChain.Builder chain = DefaultAwsRegionProviderChain.builder();
      if (profile != null) {
        chain.profileName(profile);
      }
      return ownEndpoint ? Region.US_EAST_1 : chain.build().getRegion();
    } catch (SdkClientException e) {
      // No region is set anywhere: the store itself tells in which one a bucket is.
      return Region.US_EAST_1;
    }
  }

  private static @Nullable URI endpoint(@Nullable String value) {
    if (value == null) {
      return null;
    }
    try {
      URI uri = new URI(value);
      boolean web = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
      if (web && uri.getHost() != null && uri.getRawUserInfo() == null) {
        return uri;
      }
    } catch (URISyntaxException e) {
      // Said below, together with addresses of other kinds.
    }
    throw new IllegalArgumentException(
        "--source-option s3.endpoint takes a web address such as http://127.0.0.1:9000.");
  }

  private static boolean flag(Map<String, String> options, String name, boolean standard) {
    return switch (options.getOrDefault(name, Boolean.toString(standard))) {
      case "true" -> true;
      case "false" -> false;
      default ->
          throw new IllegalArgumentException("--source-option " + name + " takes true or false.");
    };
  }

  @Override
  public void close() {
    client.close();
  }
}
