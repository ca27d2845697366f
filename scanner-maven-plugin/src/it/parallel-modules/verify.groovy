String log = new File(basedir, 'build.log').text
assert log.contains('Assay: no datasets here')
assert log.contains('20 records in 1 file, 0 suspect')
assert log.contains('21 records in 1 file, 1 suspect')
assert !log.contains('not marked')
def sarif = { new groovy.json.JsonSlurper().parse(new File(basedir, it)).runs[0] }
assert sarif('chat/target/assay/assay.sarif').automationDetails.id == 'assay/chat/'
def code = sarif('code/target/assay/assay.sarif')
assert code.automationDetails.id == 'assay/code/'
// Names are relative to the root of the build, so that one upload after the other finds its files.
def places = code.results*.locations.flatten()*.physicalLocation*.artifactLocation*.uri
assert places.contains('code/src/main/datasets/code.jsonl')
