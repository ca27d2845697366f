String log = new File(basedir, 'build.log').text
assert log.contains('21 records in 1 file, 1 suspect')
assert log.contains('4.8 % of records are suspect, within the limit of 5 %')
['assay.sarif', 'assay.json', 'assay.md'].each { assert new File(basedir, "target/assay/$it").length() > 0 }
def sarif = new groovy.json.JsonSlurper().parse(new File(basedir, 'target/assay/assay.sarif'))
assert sarif.runs[0].automationDetails.id == 'assay/below-threshold/'
def places = sarif.runs[0].results*.locations.flatten()*.physicalLocation*.artifactLocation*.uri
assert places.contains('src/main/datasets/train.jsonl')
