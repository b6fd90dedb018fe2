# shellcheck shell=bash
# `./snowpull torture`: the long forms of tests that have a short one in CI.
# Sourced by ./snowpull; expects SNOWPULL_ROOT to be the repository's root.

torture_usage() {
  cat <<'TEXT'
Plays far more seeds than the tests do. A seed that fails is named, and replays exactly.

  ./snowpull torture ingestion [--seeds N]   N repositories (default 20000) that change while runs read
                                             them, fail, overlap and lose their sessions
  ./snowpull torture ingestion --seed S      one of them
TEXT
}

snowpull_torture() {
  local subject="${1:-}" seeds=20000 options=()
  case "$subject" in
    ingestion) shift ;;
    -h | --help) torture_usage; return 0 ;;
    *) torture_usage >&2; return 2 ;;
  esac
  while (($#)); do
    case "$1" in
      --seeds | --seed)
        [[ "${2:-}" =~ ^[0-9]+$ ]] || { echo "snowpull: $1 takes a whole number, not '${2:-}'" >&2; return 2; }
        if [[ "$1" == --seeds ]]; then seeds="$2"; else options+=("-Dsnowpull.seed=$2"); fi
        shift 2
        ;;
      *) torture_usage >&2; return 2 ;;
    esac
  done
  mvn -B -ntp -Dstyle.color=never -f "$SNOWPULL_ROOT/pom.xml" test -pl procedures/github -am \
    '-Dtest=IngestionPropertyTest#losesNothing' -Dsurefire.failIfNoSpecifiedTests=false \
    "-Dsnowpull.seeds=$seeds" "${options[@]}" </dev/null |
    grep -E 'Tests run:|expected:|BUILD|^\[ERROR\]'
  return "${PIPESTATUS[0]}"
}
