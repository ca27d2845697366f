List<String> log = new File(basedir, 'build.log').readLines()
int first = log.findIndexOf { it.contains('Assay: the gate failed: 13 % of records are suspect, above the limit of 5 %.') }
assert first > 0
assert log[first + 1].endsWith('Suspect records are in: data/train.jsonl (3 of 23)')
assert log[first + 2].endsWith('Report: target/assay/assay.md says which rows, why and what to do (.sarif and .json beside it)')
assert log.any { it.contains('MojoFailureException') }
assert new File(basedir, 'target/assay/assay.md').text.contains('train.jsonl')
assert !new File(basedir, 'target/assay/assay.stamp').exists()
