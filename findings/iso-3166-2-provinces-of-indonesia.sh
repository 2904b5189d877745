#!/usr/bin/env bash
# pycountry's ISO 3166-2 data for Indonesia: whoever looks its names up in Indonesian texts misses one province, and gets
# seven regions that are none, two of them under the very name of a province.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check 'pycountry==26.2.16'
"$work/venv/bin/python" - <<'PY'
from importlib.metadata import version

import pycountry

print("pycountry", version("pycountry"))
found = list(pycountry.subdivisions.get(country_code="ID"))
units = sorted((one.code, one.name) for one in found if one.type == "Geographical unit")
provinces = {one.code: one.name for one in found if one.type != "Geographical unit"}
print(len(found), "subdivisions,", len(provinces), "of them provinces")
print("geographical units, not provinces:", units)
print("ID-PE is called", repr(provinces["ID-PE"]), "(the law that made it: 'Papua Pegunungan')")
print("ID-JK is called", repr(provinces["ID-JK"]), "and ID-YO", repr(provinces["ID-YO"]))

assert len(found) == 45
assert len(provinces) == 38
assert provinces["ID-PE"] == "Papua Pengunungan"
assert {name for _, name in units} & set(provinces.values()) == {"Maluku", "Papua"}
PY
