# Functions that the kits share; read with ".", not run.

# say WORDS...: to whoever reads the log.
say() {
  printf 'assay: %s\n' "$*" >&2
}

# stop WORDS...: nothing was scanned.
stop() {
  say "$*"
  exit 2
}

# commit REV: its hash; stops where the clone does not have it.
commit() {
  git rev-parse --verify --quiet --end-of-options "$1^{commit}" ||
    stop "the commit $1 is not in this clone: fetch it, or clone with the whole history (fetch-depth: 0, GIT_DEPTH: 0)."
}

# trusted COMMIT FOLDER: the options that take suppressions from that commit, one a line.
# Whoever proposes a merge may have written those of the work tree.
trusted() {
  if git cat-file -e "$1:./.assay/suppressions.yaml" 2>/dev/null; then
    git show "$1:./.assay/suppressions.yaml" >"$2/suppressions.yaml" || return 1
    printf '%s\n' --suppressions "$2/suppressions.yaml"
  else
    printf '%s\n' --suppressions none
  fi
}

# policy COMMIT: copies the nearest policy of that commit beside the place where it lies, since names in it are relative
# to its folder, and prints the copy's name; nothing where there is none. Whoever asked removes the copy.
policy() {
  folder=$(git rev-parse --show-prefix)
  top=$(git rev-parse --show-toplevel)
  while :; do
    if git cat-file -e "$1:$folder.assay.yaml" 2>/dev/null; then
      copy=$top/$folder.assay-target.$$.yaml
      [ -d "$top/$folder" ] || return 1
      git show "$1:$folder.assay.yaml" >"$copy" || return 1
      printf '%s\n' "$copy"
      return 0
    fi
    [ -n "$folder" ] || return 0
    folder=${folder%/}
    case $folder in
    */*) folder=${folder%/*}/ ;;
    *) folder= ;;
    esac
  done
}

# told CODE: what an exit code means.
told() {
  case $1 in
  0) say "passed." ;;
  1) say "the gate did not pass." ;;
  3) say "not everything could be scanned, so nothing passes." ;;
  *) say "the scan could not be made (code $1)." ;;
  esac
}
