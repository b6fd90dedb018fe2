"""Reads the issues of one repository with airbyte-source-github into a file, and prints how many it has.

Arguments: the API's address, owner/name, a folder to work in, a token.
"""

import json
import pathlib
import subprocess
import sys

base_url, repository, folder, token = sys.argv[1:]
work = pathlib.Path(folder)
config = {
    "credentials": {"option_title": "PAT Credentials", "personal_access_token": token},
    "repositories": [repository],
    "api_url": base_url,
    "start_date": "2000-01-01T00:00:00Z",
    # Its own default is 10, for which it would need ten times as many requests.
    "page_size_for_large_streams": 100,
}
issues = {
    "name": "issues",
    "json_schema": {},
    "supported_sync_modes": ["full_refresh", "incremental"],
    "source_defined_cursor": True,
    "default_cursor_field": ["updated_at"],
    "source_defined_primary_key": [["id"]],
}
catalog = {"streams": [{"stream": issues, "sync_mode": "incremental", "destination_sync_mode": "append_dedup"}]}
(work / "config.json").write_text(json.dumps(config))
(work / "catalog.json").write_text(json.dumps(catalog))
program = pathlib.Path(sys.executable).parent / "source-github"
with open(work / "issues.ndjson", "wb") as output:
    subprocess.run(
        [program, "read", "--config", work / "config.json", "--catalog", work / "catalog.json"],
        stdout=output,
        check=True,
    )
ids = set()
with open(work / "issues.ndjson", encoding="utf-8") as output:
    for line in output:
        message = json.loads(line)
        if message["type"] == "RECORD":
            ids.add(message["record"]["data"]["id"])
sys.stdout.write(f"{len(ids)}\n")
