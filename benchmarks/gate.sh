#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
#
# What a gate costs beside a full scan, in one run: what `check` adds to a Maven build whose 10,000 records are new, and
# whose are unchanged; and how long a merge takes that changes 100 records of a million, in many files and in one.
#
#   benchmarks/gate.sh             prints the figures: some minutes, and 4 GB of disk
#   benchmarks/gate.sh --write     writes them into docs/reference/performance.md, too
#   benchmarks/gate.sh --records N     so many in place of a million
set -eu
# shellcheck source=benchmarks/common.sh
. "$(dirname -- "$0")/common.sh"

write='' records=1000000
while [ $# -gt 0 ]; do
  case $1 in
  --write) write=yes ;;
  --records)
    [ $# -gt 1 ] || die "$1 needs a number"
    records=$2
    shift
    ;;
  *) die "unknown option $1; the options are at the top of $0" ;;
  esac
  shift
done

build
home=$work/gate
rm -rf "$home"
mkdir -p "$home"
out=$home/figures

# timed COMMAND...: sets $ms and $cpu to its milliseconds, of the clock and of all processors; it may end with 1.
timed() {
  start=$(now)
  status=0
  TIMEFORMAT='%U %S' bash -c 'time "$@" >/dev/null 2>"$0.err"' "$home/run" "$@" 2>"$home/time" || status=$?
  ms=$(($(now) - start))
  [ "$status" -le 1 ] || {
    cat "$home/run.err" >&2
    die "$* ended with $status"
  }
  cpu=$(awk '{ printf "%d", 1000 * ($1 + $2) }' "$home/time")
}

row() { printf '| %s | %s | %s | %s |\n' "$1" "$(seconds "$2")" "$(seconds "$3")" "$4" >>"$out"; }
seconds() { awk -v ms="$1" 'BEGIN { printf "%.1f", ms / 1000 }'; }
ratio() { awk -v a="$1" -v b="$2" 'BEGIN { printf "%.2f", a / b }'; }

printf '| what | seconds | of the processors | of the full scan |\n|---|--:|--:|--:|\n' >"$out"
"$root/assay" --version >/dev/null

say "a Maven build of 10,000 records ..."
project=$home/project
mkdir -p "$project/src/main/datasets"
bench ChatRecords "$project/src/main/datasets/train.jsonl" 10000
cat >"$project/pom.xml" <<XML
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>org.example</groupId>
  <artifactId>bench</artifactId>
  <version>1</version>
  <packaging>pom</packaging>
  <build>
    <plugins>
      <plugin>
        <groupId>dev.assay</groupId>
        <artifactId>assay-maven-plugin</artifactId>
        <version>0.1.0-SNAPSHOT</version>
        <executions><execution><goals><goal>check</goal></goals></execution></executions>
      </plugin>
    </plugins>
  </build>
</project>
XML
# The plugin goes into a repository of its own, as it does for the builds of src/it.
(cd "$root" && ./mvnw -B -ntp -q -Dquick -DskipTests -Pinvoker -Dinvoker.test=no-datasets -pl scanner-maven-plugin -am verify) </dev/null >&2 ||
  die "the plugin could not be built"
repository=$root/scanner-maven-plugin/target/it-repo
fetched=$(cd "$root" && ./mvnw -q -N help:evaluate -Dexpression=settings.localRepository -DforceStdout)
sed "s#@localRepositoryUrl@#file://$fetched#" "$root/scanner-maven-plugin/src/it/settings.xml" >"$home/settings.xml"
export root project home repository
cat >"$home/maven" <<'SH'
#!/bin/sh
exec "$root/mvnw" -B -o -q -f "$project/pom.xml" -s "$home/settings.xml" -Dmaven.repo.local="$repository" verify "$@"
SH
chmod +x "$home/maven"

# median COMMAND...: of three runs, by the clock.
median() {
  : >"$home/three"
  for _ in 1 2 3; do
    timed "$@"
    echo "$ms $cpu" >>"$home/three"
  done
  sort -n "$home/three" | sed -n 2p >"$home/middle"
  ms=$(cut -d ' ' -f 1 "$home/middle")
  cpu=$(cut -d ' ' -f 2 "$home/middle")
}

check() {
  options=$1
  said=$2
  export MAVEN_OPTS="$options"
  median "$home/maven" -Dassay.skip=true
  none=$ms
  none_cpu=$cpu
  median "$home/maven" -Dassay.force=true
  row "check adds, 10,000 new records$said" $((ms - none)) $((cpu - none_cpu)) "$(ratio $((ms - none)) "$full")"
  "$home/maven" >/dev/null
  median "$home/maven"
  row "check adds, 10,000 unchanged ones$said" $((ms - none)) $((cpu - none_cpu)) "$(ratio $((ms - none)) "$full")"
}
median "$root/assay" scan "$project/src/main/datasets" --no-config --quiet
full=$ms
row 'assay scan of the same 10,000 records' "$ms" "$cpu" 1
check '' ''
check '-XX:TieredStopAtLevel=1' ', first compiler alone'
unset MAVEN_OPTS

# merge NAME FILES: a repository of so many files, and a branch that changes a hundred records of the last of them.
merge() {
  name=$1
  files=$2
  say "a merge into $records records in $files files ..."
  repo=$home/repo
  rm -rf "$repo"
  mkdir -p "$repo/data"
  split -n "l/$files" -d --additional-suffix=.jsonl "$home/all.jsonl" "$repo/data/part-"
  (
    cd "$repo"
    git init -q -b main
    git config user.name bench
    git config user.email bench@example.com
    git config core.compression 1
    git add -A
    git commit -q -m base
    git checkout -q -b change
    last=$(ls data/* | tail -n 1)
    awk '{ if (NR % 50 == 0 && changed < 100) { changed++; sub(/ the /, " the very ") } print }' "$last" >"$last.new"
    mv "$last.new" "$last"
    git commit -q -a -m change
  )
  here=$PWD
  cd "$repo"
  timed "$root/assay" scan data --no-config --quiet --merge main..change --json "$home/merge.json"
  cd "$here"
  say "$(grep -m 1 '"scanned"' "$home/merge.json") records judged"
  row "a merge that changes 100 of $records records, $name" "$ms" "$cpu" "$(ratio "$ms" "$full")"
}

say "a full scan of $records records ..."
bench ChatRecords "$home/all.jsonl" "$records"
timed "$root/assay" scan "$home/all.jsonl" --no-config --quiet
full=$ms
row "assay scan of all $records records" "$ms" "$cpu" 1
merge 'in 100 files, one of them changed' 100
merge 'in one file' 1

{
  echo
  echo "One run; medians of three builds, one merge each. Records of 1.1 KB. $(getconf _NPROCESSORS_ONLN) cores, Java $("$java" -version 2>&1 | sed -n 's/.* version "\([^"]*\)".*/\1/p'); load average at the end $(load)."
} >>"$out"
cat "$out"
rm -rf "$home/repo" "$home/all.jsonl"
if [ -n "$write" ]; then
  page=$root/docs/reference/performance.md
  awk -v figures="$out" '
    /<!-- end gate -->/ { inside = 0 }
    !inside { print }
    /<!-- begin gate -->/ { inside = 1; while ((getline line < figures) > 0) print line }
  ' "$page" >"$home/page"
  cat "$home/page" >"$page"
fi
