String log = new File(basedir, 'build.log').text
String said = '21 records in 1 file, 1 suspect, 0 framed: 4.8 % of records are suspect, within the limit of 5 %.'
int scanned = log.indexOf('Assay: ' + said)
int upToDate = log.indexOf('Assay: up to date: ' + said)
int failed = log.indexOf('Assay: the gate failed: 4.8 % of records are suspect, above the limit of 4 %.')
assert 0 < scanned && scanned < upToDate && upToDate < failed
assert !new File(basedir, 'target/assay/assay.stamp').exists()
