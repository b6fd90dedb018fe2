#!/usr/bin/env bash
# What the tutorial tells to type; run by tests-integration/python/test_published.py.
set -euo pipefail
# docs:begin generate
mvn -B archetype:generate \
  -DarchetypeGroupId=io.snowpull -DarchetypeArtifactId=snowpull-archetype -DarchetypeVersion="$SNOWPULL_VERSION" \
  -DgroupId=org.example -DartifactId=my-connector -Dversion=1.0.0-SNAPSHOT
cd my-connector
mvn verify
# docs:end generate
