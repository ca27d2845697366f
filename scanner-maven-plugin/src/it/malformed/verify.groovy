String log = new File(basedir, 'build.log').text
assert log.contains('Assay: not everything could be scanned, so nothing is known to be clean: 1 malformed record.')
assert log.contains('In: data/train.jsonl; the report says why under "Not scanned".')
assert log.contains('MojoFailureException')
