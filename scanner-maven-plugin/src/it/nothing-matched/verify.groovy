String log = new File(basedir, 'build.log').text
assert log.contains('The include pattern train/** matches no file under')
assert log.contains('MojoExecutionException')
assert !new File(basedir, 'target/assay').exists()
