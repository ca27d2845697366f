assert new File(basedir, 'build.log').text.contains('Assay: skipped (assay.skip); nothing was scanned.')
assert !new File(basedir, 'target').exists()
