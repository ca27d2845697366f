/** Datasets in S3 and in what speaks its protocol. The only package that knows the AWS SDK. */
@NullMarked
package dev.assay.s3;

import org.jspecify.annotations.NullMarked;
