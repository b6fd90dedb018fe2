# shellcheck shell=bash
# `./snowpull test`: every check of the project, the same here as in CI.
# Sourced by ./snowpull; expects SNOWPULL_ROOT to be the repository's root.
# shellcheck source=build/python.sh
source "$SNOWPULL_ROOT/build/python.sh"

snowpull_test() (
  set -euo pipefail
  cd "$SNOWPULL_ROOT"
  local logs="$SNOWPULL_ROOT/target/test-logs" failed=0 report="" started python="$SNOWPULL_ROOT/.venv/bin/python"
  mkdir -p "$logs"
  started=$SECONDS

  # Runs one suite: name, budget in minutes, command. A failure does not stop the others.
  suite() {
    local name="$1" budget="$2" begin=$SECONDS result=passed
    shift 2
    echo "=== $name"
    "$@" || { result=FAILED; failed=1; }
    report+="$(printf '%-34s %6ds of %2dm  %s' "$name" $((SECONDS - begin)) "$budget" "$result")"$'\n'
  }

  command -v mvn >/dev/null || { echo "snowpull: Maven is missing: install it (Debian: apt-get install maven)." >&2; return 1; }
  # The browser comes from another package manager, so both install at once.
  ensure_chromium >"$logs/chromium.path" &
  local browser=$!
  ensure_python
  ensure_snowflake_cli
  wait "$browser"
  ensure_node
  SNOWPULL_CHROMIUM="$(cat "$logs/chromium.path")"
  export SNOWPULL_CHROMIUM
  echo "ready after $((SECONDS - started))s: $("$python" --version), $SNOWPULL_CHROMIUM"

  suite "Python: format and lint" 1 python_lint
  suite "Page: unit tests" 2 "$python" -m pytest -q ui/tests
  suite "Generated SQL: two readers" 2 "$python" -m pytest -q packaging/src/test/python
  suite "Java: build, checks and tests" 15 maven_verify
  suite "Clients and browser" 8 "$python" -m pytest -q tests-integration/python

  echo
  echo "suite                                time    budget"
  printf '%s' "$report"
  echo "in all $((SECONDS - started))s of 25m"
  return "$failed"
)

python_lint() {
  "$SNOWPULL_ROOT/.venv/bin/ruff" format --check . && "$SNOWPULL_ROOT/.venv/bin/ruff" check .
}

# The whole log stays in a file; the terminal shows what is read: modules, counts, warnings' ends, errors.
maven_verify() {
  local log="$SNOWPULL_ROOT/target/test-logs/maven.log" status=0
  local shown='Tests run:.*Skipped: [0-9]+$|^\[ERROR\]|^\[INFO\] (Building )?Snowpull|BUILD (SUCCESS|FAILURE)'
  { mvn -B -ntp --fail-at-end verify </dev/null 2>&1 || echo "maven exit status $?"; } |
    tee "$log" | grep --line-buffered -E "$shown|^maven exit" || true
  if grep -q '^maven exit status' "$log" || ! grep -q 'BUILD SUCCESS' "$log"; then
    status=1
    echo "the whole log: $log" >&2
  fi
  return "$status"
}
