#!/usr/bin/env python3
"""Fills a "one table" (一表通) system with figures: a row for a body and for each body directly below it.

Reads figures from Jinguo with an access token and posts the rows to the endpoint of the other system, which knows each
row by organisation and period, so that running this again replaces what was sent before. Standard library only.

    JINGUO_URL=http://127.0.0.1:5080 JINGUO_TOKEN=jg_... TARGET_URL=https://... TARGET_TOKEN=... \\
        one-table.py ORGANISATION PERIOD        for example: one-table.py 990101000000 2026Q3

Exit code: 0 done, 1 refused by one of the two systems (its words are on standard error), 2 wrong arguments.
"""

import json
import os
import sys
import urllib.error
import urllib.parse
import urllib.request

# Field of the other system: the measure here (GET /api/v1/figures/measures lists them with their definitions).
FIELDS = {
    "培训人次": "training.participants",
    "活动场次": "activity.count",
    "信访件次": "reception.items",
}


def ask(method, address, token, body=None, headers=None):
    """The JSON answer of a request; a refusal ends the program with its words."""
    request = urllib.request.Request(address, method=method, headers=dict(headers or {}))
    if token:
        request.add_header("Authorization", "Bearer " + token)
    if body is not None:
        request.data = json.dumps(body, ensure_ascii=False).encode()
        request.add_header("Content-Type", "application/json")
    try:
        with urllib.request.urlopen(request, timeout=60) as answer:
            content = answer.read()
            return json.loads(content) if content else None
    except urllib.error.HTTPError as refusal:
        sys.exit(f"{method} {address}: {refusal.code} {refusal.read().decode(errors='replace')}")
    except urllib.error.URLError as failure:
        sys.exit(f"{method} {address}: {failure.reason}")


def rows_of(figures):
    """The figures as rows of the other system. A field without a value stays empty: that is not 0."""
    rows = {}
    for figure in figures:
        if figure["breakdown"] is not None:
            continue
        row = rows.setdefault(figure["organisationCode"], {
            "单位代码": figure["organisationCode"],
            "单位名称": figure["organisation"],
            "期间": figure["period"],
        })
        field = next(name for name, measure in FIELDS.items() if measure == figure["measure"])
        row[field] = figure["value"]
    return list(rows.values())


def main():
    if len(sys.argv) != 3:
        print(__doc__, file=sys.stderr)
        return 2
    organisation, period = sys.argv[1:]
    query = urllib.parse.urlencode(
        [("organisation", organisation), ("period", period), ("children", "true")]
        + [("measure", measure) for measure in FIELDS.values()])
    figures = ask("GET", f"{os.environ['JINGUO_URL']}/api/v1/figures?{query}", os.environ["JINGUO_TOKEN"])
    rows = rows_of(figures)
    for row in rows:
        ask("POST", os.environ["TARGET_URL"], os.environ.get("TARGET_TOKEN"), row)
    print(f"{len(rows)} rows")
    return 0


if __name__ == "__main__":
    sys.exit(main())
