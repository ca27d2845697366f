assert new File(basedir, 'build.log').text.contains('Assay: skipped (assay.skip); nothing was scanned.')
// Maven 4 makes a folder of its own in target.
assert !new File(basedir, 'target/assay').exists()
