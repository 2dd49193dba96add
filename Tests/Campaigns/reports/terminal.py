"""Drives the prompt in a terminal and reads its screen.

    terminal.py GF EXAMPLES

Each step types something and waits until the screen shows what it should; the screen is printed where it never does.
"""

import os
import pathlib
import shlex
import subprocess
import sys
import tempfile
import time

gf, examples = sys.argv[1:3]
home = tempfile.mkdtemp()
faults = []


def tmux(*words):
    return subprocess.run(["tmux", "-u", "-L", "gf", *words], capture_output=True, text=True).stdout


def screen():
    return tmux("capture-pane", "-p", "-t", "gf", "-S", "-200")


def start(command, width=100, height=30, **variables):
    tmux("kill-server")
    # The server that is told to end is still there for a moment.
    time.sleep(1)
    environment = {"LC_ALL": "C.UTF-8", "XDG_STATE_HOME": home, **variables}
    words = " ".join(f"{name}={shlex.quote(value)}" for name, value in environment.items())
    tmux("new-session", "-d", "-s", "gf", "-x", str(width), "-y", str(height), f"env {words} {command}; echo ended with $?; sleep 60")


def type(text, enter=True):
    tmux("send-keys", "-t", "gf", "-l", text)
    if enter:
        tmux("send-keys", "-t", "gf", "Enter")


def key(name):
    tmux("send-keys", "-t", "gf", name)


def expect(what, *texts, seconds=60):
    """Waits until the screen holds `texts`, in this order."""
    shown = ""
    for _ in range(seconds * 10):
        shown = screen()
        place, missing = 0, None
        for text in texts:
            place = shown.find(text, place)
            if place < 0:
                missing = text
                break
            place += len(text)
        if missing is None:
            return
        time.sleep(0.1)
    faults.append(f"{what}: no {missing!r} on the screen\n{shown.strip()}")


outlook = shlex.quote(f"{examples}/liandu-2023/outlook-2027.gf")
start(f"{gf} repl {outlook} --lang zh")
expect("begins", "gf>")
type("城乡居民收入倍差")
expect("answers Chinese input", "城乡居民收入倍差", "1.61")
type("1 +")
expect("asks for another line", "…>")
type("2")
expect("answers over two lines", "3\n")
type("alias 翻番 = 城乡居民收入倍差 * 2")
type("翻番")
expect("declares", "翻番", "3.22")
type("alias 翻番 = 城乡居民收入倍差 * 3")
type("翻番")
expect("declares anew, and what depends on it follows", "4.83")
type("show 没有的名字")
expect("finds fault", "错误[unknown-name]")
type("翻番")
expect("keeps the session", "错误[unknown-name]", "4.83")
type(":undo")
type(":undo")
type("nyjm", enter=False)
key("Tab")
expect("completes by the initials of pinyin", "农")
key("C-c")
type("whatif 农村居民人均可支配收入 grows 8%")
expect("answers what if", "2928.2", "城镇居民收入")
type(":scenario 进取")
expect("shows the scenario", "gf 进取>")
type("show 城乡居民收入倍差 as line")
expect("draws", "┤", "2024")
type(":scenario actual")

# What takes long can be ended, and the session goes on.
type(":set samples 10000000")
type("project 城乡居民收入倍差 until 2027 under 进取")
expect("says how far it is", "%")
key("C-c")
expect("is interrupted", "已中断")
type("40 + 2")
expect("goes on after an interruption", "42")

# History: a search back, and the line that was found.
key("C-r")
type("whatif", enter=False)
time.sleep(1)
key("Enter")
expect("finds a line again", "2928.2", "2928.2")

tmux("resize-window", "-t", "gf", "-x", "60", "-y", "20")
type("show 城乡居民收入倍差 as line under 稳健")
expect("draws after a change of size", "┤")
wide = [line for line in screen().split("\n")[-18:] if len(line) > 60]
if wide:
    faults.append(f"a line is wider than the window: {wide[0]}")
time.sleep(1)
key("C-d")
expect("leaves", "ended with 0")

# A server that names no locale.
start(f"{gf} repl --lang zh", LC_ALL="C")
expect("begins without a locale", "gf>")
type('show "收入多', enter=False)
key("BSpace")
type('好"')
expect("edits Chinese without a locale", "收入好")

history = [path for path in pathlib.Path(home).rglob("*") if path.is_file()]
if not history:
    faults.append("no history is kept")
for path in history:
    if os.stat(path).st_mode & 0o077:
        faults.append(f"{path.name} can be read by others")

# A plain reader, and pipes.
answers = subprocess.run([gf, "repl"], input="1 + 1\nshow 3\n", capture_output=True, text=True)
if "gf>" in answers.stdout or "2" not in answers.stdout or answers.returncode != 0:
    faults.append(f"piped input: {answers.stdout!r}, {answers.returncode}")
closed = subprocess.run(f"yes '1 + 1' | head -2000 | {shlex.quote(gf)} repl | head -1", shell=True, capture_output=True, text=True)
if closed.stderr:
    faults.append(f"a closed pipe: {closed.stderr!r}")

tmux("kill-server")
print("\n\n".join(faults) or "the prompt does what it should")
sys.exit(1 if faults else 0)
