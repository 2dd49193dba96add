"""Opens every page of a folder in Chromium and looks for what its readers would stumble over.

    pages.py FOLDER PICTURES

Writes screenshots at 1280 and 390 pixels, light and dark, and the printed A4 pages, into PICTURES.
"""

import pathlib
import shutil
import subprocess
import sys

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright

folder, pictures = map(pathlib.Path, sys.argv[1:3])
pictures.mkdir(parents=True, exist_ok=True)
WIDTHS = {1280: 900, 390: 844}

# Text that leaves its picture, and words that cover one another in it.
CUT = """() => [...document.querySelectorAll('main svg[viewBox]')].flatMap(svg => {
  const outer = svg.getBoundingClientRect(), found = [];
  const texts = [...svg.querySelectorAll('text')].map(t => [t, t.getBoundingClientRect()]).filter(([t, r]) => r.width > 0);
  // A line's box is higher than its letters by about a quarter above and below.
  for (const [t, r] of texts)
    if (r.left < outer.left - 1 || r.right > outer.right + 1 ||
        r.top < outer.top - r.height / 4 || r.bottom > outer.bottom + r.height / 4)
      found.push('cut off: ' + t.textContent);
  for (let i = 0; i < texts.length; i++)
    for (let j = i + 1; j < texts.length; j++) {
      const [a, b] = [texts[i][1], texts[j][1]];
      const x = Math.min(a.right, b.right) - Math.max(a.left, b.left);
      const y = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
      if (x > 2 && y > Math.min(a.height, b.height) * 0.35)
        found.push('overlap: ' + texts[i][0].textContent + ' / ' + texts[j][0].textContent);
    }
  return found;
})"""

faults = []


def look(browser, page_file, width, height, scheme):
    context = browser.new_context(viewport={"width": width, "height": height}, color_scheme=scheme)
    page = context.new_page()
    name = f"{page_file.stem}-{width}-{scheme}"
    own = page_file.absolute().as_uri()
    page.on("request", lambda r: r.url != own and faults.append(f"{name}: requests {r.url}"))
    page.on("console", lambda m: faults.append(f"{name}: console: {m.text}"))
    page.on("pageerror", lambda e: faults.append(f"{name}: error: {e}"))
    page.goto(own)
    wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    if wide > 0:
        faults.append(f"{name}: {wide} pixels wider than the window")
    faults.extend(f"{name}: {found}" for found in page.evaluate(CUT))
    # The policy of the page forbids any script, axe among them, so it is looked at by way of a copy without the policy.
    bare = context.new_page()
    text = page_file.read_text()
    head, policy, rest = text.partition('<meta http-equiv="Content-Security-Policy"')
    if not policy:
        faults.append(f"{name}: has no content security policy")
    bare.set_content(head + rest.partition(">")[2])
    for violation in Axe().run(bare).response["violations"]:
        if violation["impact"] in ("serious", "critical"):
            places = "; ".join(node["html"][:120] for node in violation["nodes"][:3])
            faults.append(f"{name}: {violation['id']} ({violation['impact']}): {places}")
    page.screenshot(path=pictures / f"{name}.png", full_page=True)
    context.close()


CELLS = """() => [...document.querySelectorAll('main table :is(th, td)')]
  .filter(c => c.getClientRects().length > 0 && !c.innerText.includes('\\n')).map(c => c.innerText)"""


def print_pages(browser, page_file):
    page = browser.new_page()
    page.goto(page_file.absolute().as_uri())
    pdf = pictures / f"{page_file.stem}.pdf"
    page.pdf(path=pdf, format="A4", prefer_css_page_size=True)
    page.emulate_media(media="print")
    cells = ["".join(cell.split()) for cell in page.evaluate(CELLS)]
    page.close()
    subprocess.run(["pdftoppm", "-r", "60", "-png", pdf, pictures / f"{page_file.stem}-a4"], check=True)
    # What lies beyond the edge of the paper (595 by 842 points) is not read.
    edge = ["-x", "0", "-y", "0", "-W", "595", "-H", "842"]
    text = subprocess.run(["pdftotext", *edge, pdf, "-"], capture_output=True, text=True, check=True).stdout
    printed = "".join(text.split())
    # Longer cells are broken into lines, which stand apart in the text.
    lost = [cell for cell in dict.fromkeys(cells) if 0 < len(cell) <= 8 and cell not in printed]
    if lost:
        faults.append(f"{page_file.stem}: {len(lost)} cells are not on paper: {', '.join(lost[:5])}")


with sync_playwright() as playwright:
    browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
    pages = sorted(folder.glob("*.html"))
    for page_file in pages:
        for width, height in WIDTHS.items():
            for scheme in ("light", "dark"):
                look(browser, page_file, width, height, scheme)
        print_pages(browser, page_file)
    browser.close()

print("\n".join(dict.fromkeys(faults)) or f"{len(pages)} pages, no faults")
sys.exit(1 if faults or not pages else 0)
