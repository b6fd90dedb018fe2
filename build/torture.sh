# shellcheck shell=bash
# `./snowpull torture`: the long forms of tests that have a short one in CI.
# Sourced by ./snowpull; expects SNOWPULL_ROOT to be the repository's root.

torture_usage() {
  cat <<'TEXT'
Plays far more seeds than the tests do. A seed that fails is named, and replays exactly.

  ./snowpull torture ingestion [--seeds N]   N repositories (default 20000) that change while runs read
                                             them, fail, overlap and lose their sessions
  ./snowpull torture ingestion --seed S      one of them
  ./snowpull torture engine [--statements N] [--seed S]
                                             N statements (default 100000), most of them damaged, sent to
                                             the local account, which must answer each with a code
TEXT
}

snowpull_torture() {
  local subject="${1:-}" many="" amount=20000 module test options=()
  case "$subject" in
    ingestion) many=--seeds module=procedures/github test='IngestionPropertyTest#losesNothing' ;;
    engine) many=--statements amount=100000 module=local/engine test=SafetyCorpusTest ;;
    -h | --help) torture_usage; return 0 ;;
    *) torture_usage >&2; return 2 ;;
  esac
  shift
  while (($#)); do
    case "$1" in
      "$many" | --seed)
        [[ "${2:-}" =~ ^[0-9]+$ ]] || { echo "snowpull: $1 takes a whole number, not '${2:-}'" >&2; return 2; }
        if [[ "$1" == --seed ]]; then options+=("-Dsnowpull.seed=$2"); else amount="$2"; fi
        shift 2
        ;;
      *) torture_usage >&2; return 2 ;;
    esac
  done
  mvn -B -ntp -Dstyle.color=never -f "$SNOWPULL_ROOT/pom.xml" test -pl "$module" -am \
    "-Dtest=$test" -Dsurefire.failIfNoSpecifiedTests=false \
    "-Dsnowpull.${many#--}=$amount" "${options[@]}" </dev/null |
    grep -E 'Tests run:|expected:|BUILD|^\[ERROR\]'
  return "${PIPESTATUS[0]}"
}
