String log = new File(basedir, 'build.log').text
assert log.contains('not everything could be scanned, so nothing is known to be clean: there is no record at all.')
