# shellcheck shell=bash
# `./snowpull bench`: what is measured, never a test.
# Sourced by ./snowpull; expects SNOWPULL_ROOT to be the repository's root.
# shellcheck source=build/python.sh
source "$SNOWPULL_ROOT/build/python.sh"

bench_usage() {
  cat <<'TEXT'
Measures this product beside its peers, in the same run, and prints a Markdown table.

  ./snowpull bench engine      the local account beside fakesnow's server      (about 3 minutes)
  ./snowpull bench ingestion   the connector's first load beside four other readers of GitHub
                               (about 90 minutes, nearly all of it waiting; --help: a part of it)
  ./snowpull bench generator   what the annotation processor adds to javac     (about 2 minutes)
  ./snowpull bench watch       from a saved file to the running application    (about 3 minutes)
  ./snowpull bench page        how long a person waits for the page            (about 5 minutes)

Options of ingestion, by their places:
  1. the added latencies in milliseconds                                   (default: 0,600)
  2. the numbers of issues                                                 (default: 1000,10000,100000)
  3. the peers: all, none, or some of hub4j,dlt,tap-github,airbyte         (default: all)
  4. the heap of the connector's process in MB                             (default: 128)
  ./snowpull bench ingestion 600 1000 dlt          one table of two readers
  ./snowpull bench ingestion 0 1000000 none        whether a million issues pass through 128 MB
A peer that cannot be installed or run has a row with its error.

Run it on a machine that does nothing else. docs/benchmarks.md keeps the tables.
TEXT
}

snowpull_bench() {
  case "${1:-}" in
    engine | generator | ingestion | page | watch) ;;
    -h | --help) bench_usage; return 0 ;;
    *) bench_usage >&2; return 2 ;;
  esac
  local options=()
  echo "snowpull: building" >&2
  mvn -q -B -ntp -Dstyle.color=never -f "$SNOWPULL_ROOT/pom.xml" package -DskipTests </dev/null >&2 || return 1
  if [[ "$1" == page ]]; then
    bench_page
    return
  fi
  if [[ "$1" == engine ]]; then
    # The peers' pins are not ours either.
    ensure_environment .venv-bench build/peers.lock || return 1
    options=("$SNOWPULL_ROOT/.venv-bench/bin/fakesnow")
  fi
  if [[ "$1" == ingestion ]]; then
    # An environment for each: they need different versions of the same packages.
    local peer
    for peer in dlt tap-github airbyte; do
      case ",${4:-all}," in
        *",$peer,"* | ,all,)
          ensure_environment ".venv-bench-$peer" "build/peers/$peer.lock" ||
            echo "snowpull: $peer cannot be installed; its row says so" >&2
          ;;
      esac
    done
    options=("${2:-0,600}" "${3:-1000,10000,100000}" "${4:-all}" "${5:-128}" "$SNOWPULL_ROOT" "$SNOWPULL_ROOT/build/peers")
  fi
  [[ "$1" != watch ]] || options=("$SNOWPULL_ROOT")
  # java.nio is opened for the peer, which answers in Arrow whatever the driver asks for.
  "$JAVA" --add-opens=java.base/java.nio=ALL-UNNAMED -Djava.util.logging.config.file=/dev/null \
    -Dorg.slf4j.simpleLogger.defaultLogLevel=error \
    -cp "$SNOWPULL_ROOT/tests-integration/target/test-classes:$(<"$SNOWPULL_ROOT/tests-integration/target/classpath.txt")" \
    io.snowpull.bench.Bench "$1" "${options[@]}"
}

# A browser is what measures it, so this one is no Java.
bench_page() {
  local chromium="${SNOWPULL_CHROMIUM:-$(command -v chromium || true)}"
  if [[ -z "$chromium" ]]; then
    echo "snowpull: Chromium is missing: install it (Debian: apt-get install chromium), or name it in SNOWPULL_CHROMIUM." >&2
    return 1
  fi
  ensure_python || return 1
  PYTHONPATH="$SNOWPULL_ROOT/ui/local:$SNOWPULL_ROOT/tests-integration/python" \
    "$SNOWPULL_ROOT/.venv/bin/python" "$SNOWPULL_ROOT/tests-integration/python/page_benchmark.py" "$chromium"
}
