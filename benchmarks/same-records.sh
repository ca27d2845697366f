#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
#
# Scans the same records as JSONL, JSON, CSV, Parquet, Arrow, zip of gz, and from Git, Git LFS, a web server and S3:
# each record must have the same hash and verdict everywhere. The default build does it with 2,000.
#
#   same-records.sh [RECORDS]     20,000 unless told
set -eu
# shellcheck source=benchmarks/common.sh
. "$(dirname -- "$0")/common.sh"

cd "$root"
./mvnw -B -ntp -Dquick -pl scanner-s3,scanner-cli -am test -Dsurefire.failIfNoSpecifiedTests=false \
  -Dtest='SameRecordsEverywhereTest,S3ScanTest#theSameRecords*' -Dsurefire.jvm.extra="-Dsame.records=${1:-20000}"
