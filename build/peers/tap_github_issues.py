"""Reads the issues of one repository with meltanolabs-tap-github into a file, and prints how many it has.

Arguments: the API's address, owner/name, a folder to work in.
No token: the tap would send it to api.github.com to check it.
"""

import json
import os
import pathlib
import subprocess
import sys

base_url, repository, folder = sys.argv[1:]
work = pathlib.Path(folder)
config = {
    "repositories": [repository],
    "api_url_base": base_url,
    "start_date": "2000-01-01T00:00:00Z",
    "auth_token": "",
}
(work / "config.json").write_text(json.dumps(config))
environment = {name: value for name, value in os.environ.items() if not name.startswith("GITHUB_TOKEN")}
program = [pathlib.Path(sys.executable).parent / "tap-github", "--config", work / "config.json"]
discovered = subprocess.run([*program, "--discover"], stdout=subprocess.PIPE, env=environment, check=True)
catalog = json.loads(discovered.stdout)
catalog["streams"] = [s for s in catalog["streams"] if s["tap_stream_id"] in ("repositories", "issues")]
for stream in catalog["streams"]:
    for entry in stream["metadata"]:
        if not entry["breadcrumb"]:
            entry["metadata"]["selected"] = stream["tap_stream_id"] == "issues"
(work / "catalog.json").write_text(json.dumps(catalog))
with open(work / "issues.ndjson", "wb") as output:
    subprocess.run([*program, "--catalog", work / "catalog.json"], stdout=output, env=environment, check=True)
ids = set()
with open(work / "issues.ndjson", encoding="utf-8") as output:
    for line in output:
        message = json.loads(line)
        if message["type"] == "RECORD" and message["stream"] == "issues":
            ids.add(message["record"]["id"])
sys.stdout.write(f"{len(ids)}\n")
