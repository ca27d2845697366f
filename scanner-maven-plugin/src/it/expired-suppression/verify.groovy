String log = new File(basedir, 'build.log').text
int passed = log.indexOf('13 % of records are suspect, within the limit of 50 %.')
int failed = log.indexOf('Assay: the gate failed')
assert 0 < passed && passed < failed
assert log.substring(failed).contains('expired')
