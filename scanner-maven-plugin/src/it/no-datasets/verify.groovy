String log = new File(basedir, 'build.log').text
assert log.contains('Assay: no dataset files in')
assert log.contains('nothing was scanned.')
