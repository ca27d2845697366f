String log = new File(basedir, 'build.log').text
int written = log.indexOf('came in, 0 went out.')
int passed = log.indexOf('within the limit of 5 %')
int refused = log.indexOf('There is a baseline')
int updated = log.indexOf('findings: 0 came in, 0 went out.')
assert 0 < written && written < passed && passed < refused && refused < updated
File baseline = new File(basedir, '.assay/baseline.jsonl')
assert baseline.readLines().size() >= 4
assert !baseline.text.contains('import')
