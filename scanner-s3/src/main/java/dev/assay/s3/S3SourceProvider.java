package dev.assay.s3;

import dev.assay.internal.remote.Transfer;
import dev.assay.source.Source;
import dev.assay.source.SourceException;
import dev.assay.source.SourceProvider;

/**
 * Objects of a bucket: {@code s3://bucket/key}, all under {@code s3://bucket/prefix/}, or one
 * version of one, {@code s3://bucket/key?versionId=ID}.
 *
 * <p>Settings: {@code s3.endpoint}, {@code s3.region}, {@code s3.path-style}, {@code s3.anonymous},
 * {@code s3.profile}. Credentials are found as the AWS SDK finds them.
 */
public final class S3SourceProvider implements SourceProvider {
  static final String OPTIONS = "s3";

  @Override
  public boolean accepts(String argument) {
    return argument.startsWith(S3Address.SCHEME);
  }

  @Override
  public Source open(String argument, Context context) throws SourceException {
    S3Address address = S3Address.of(argument);
    Transfer transfer = Transfer.of(OPTIONS, context.options());
    S3Store store = S3Store.open(transfer, context.options());
    return new S3Source(address, store, transfer);
  }
}
