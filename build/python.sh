# shellcheck shell=bash
# The project's Python: virtual environments at the root, each with exactly its locked packages.
# Sourced by ./snowpull; expects SNOWPULL_ROOT to be the repository's root.

# Says one line on stderr and fails.
python_missing() {
  echo "snowpull: $*" >&2
  return 1
}

# Prints the newest suitable interpreter (3.11 is what Snowflake's Streamlit runs; the lock serves it and newer).
python_interpreter() {
  local candidate
  for candidate in "${SNOWPULL_PYTHON:-}" python3.11 python3 python3.12 python3.13; do
    [[ -n "$candidate" ]] || continue
    if "$candidate" -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] < (3, 14))' 2>/dev/null; then
      command -v "$candidate"
      return 0
    fi
  done
  python_missing "Python 3.11 is missing: install it (Debian: apt-get install python3 python3-venv), or name one in SNOWPULL_PYTHON."
}

# The page's and the tests' environment.
ensure_python() {
  ensure_environment .venv ui/requirements.lock
}

# The Snowflake CLI, whose pins are not ours.
ensure_snowflake_cli() {
  ensure_environment .venv-cli build/cli.lock
}

# Creates an environment, or renews it when its lock changed. Prints nothing when there is nothing to do.
ensure_environment() {
  local venv="$SNOWPULL_ROOT/$1" lock="$SNOWPULL_ROOT/$2" stamp interpreter digest
  stamp="$venv/.snowpull-lock"
  digest="$(cksum <"$lock")"
  [[ -x "$venv/bin/python" && -f "$stamp" && "$(cat "$stamp")" == "$digest" ]] && return 0
  interpreter="$(python_interpreter)" || return 1
  echo "snowpull: installing the Python packages of $2 into $1" >&2
  if [[ ! -x "$venv/bin/python" ]] || ! "$venv/bin/python" -m pip --version >/dev/null 2>&1; then
    "$interpreter" -m venv --clear "$venv" >&2 ||
      python_missing "Python's venv module is missing: install it (Debian: apt-get install python3-venv)." || return 1
  fi
  "$venv/bin/python" -m pip install --quiet --disable-pip-version-check --no-input \
    --require-hashes --no-deps --requirement "$lock" >&2 ||
    python_missing "the packages of $2 could not be installed: pip's message is above." || return 1
  echo "$digest" >"$stamp"
}

# Prints the browser that the page's tests drive; installs Debian's when there is none and this is root.
ensure_chromium() {
  local candidate
  for candidate in "${SNOWPULL_CHROMIUM:-}" chromium chromium-browser google-chrome; do
    if [[ -n "$candidate" ]] && command -v "$candidate" >/dev/null; then
      command -v "$candidate"
      return 0
    fi
  done
  if [[ "$(id -u)" == 0 ]] && command -v apt-get >/dev/null; then
    echo "snowpull: installing chromium for the page's browser tests" >&2
    { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium; } \
      >"$SNOWPULL_ROOT/target/test-logs/chromium.log" 2>&1 </dev/null && command -v chromium && return 0
  fi
  python_missing "Chromium is missing: install it (Debian: apt-get install chromium), or name one in SNOWPULL_CHROMIUM."
}

# The Node driver that the tests run, with exactly its locked packages; Debian's node is enough.
ensure_node() {
  local folder="$SNOWPULL_ROOT/tests-integration/node" stamp="$SNOWPULL_ROOT/tests-integration/node/node_modules/.installed"
  if ! command -v npm >/dev/null && [[ "$(id -u)" == 0 ]] && command -v apt-get >/dev/null; then
    echo "snowpull: installing nodejs for the tests of the Node driver" >&2
    { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends nodejs npm; } \
      >"$SNOWPULL_ROOT/target/test-logs/node.log" 2>&1 </dev/null || true
  fi
  command -v npm >/dev/null || python_missing "Node is missing: install it (Debian: apt-get install nodejs npm)." || return 1
  cmp -s "$folder/package-lock.json" "$stamp" && return 0
  npm ci --prefix "$folder" --no-audit --no-fund --silent && cp "$folder/package-lock.json" "$stamp"
}
