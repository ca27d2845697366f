String log = new File(basedir, 'build.log').text
assert log.contains('Assay: the gate failed: data/train/**: 4.8 % of records are suspect, above the limit of 1 %.')
assert log.contains('Assay: thresholds: path:data/red-team/**=100%, path:data/train/**=5% (the parameter thresholds (assay.thresholds))')
assert log.contains('24 records in 2 files, 4 suspect')
