#!/usr/bin/env python3
# usage: typist.py ANSWERS COMMAND... - types these answers, with | between, at a terminal of 80
# columns, one at each prompt, and then the end of the input. Prints the screen, and on stderr
# "PROMPTS LINES": how often it was asked, and how many lines that took.
#
# A prompt is a line that stands still without its end, with a blank at the end: what a program
# prints before it reads a line.
import fcntl
import os
import pty
import select
import struct
import sys
import termios

answers = sys.argv[1].split("|")
child, screen = pty.fork()
if child == 0:
    fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
    os.execvp(sys.argv[2], sys.argv[2:])

shown, prompts, typed_at = b"", 0, -1
while True:
    try:
        read = os.read(screen, 65536)
    except OSError:  # the program has ended
        break
    if not read:
        break
    shown += read
    lines = shown.count(b"\n")
    # More that comes at once: a line that was read in two parts, not a prompt.
    ends = shown.endswith(b" ") and not select.select([screen], [], [], 0.05)[0]
    if lines > typed_at and ends:
        prompts, typed_at = prompts + 1, lines
        answer = answers.pop(0).encode() + b"\n" if answers else b"\x04"
        os.write(screen, answer)
_, status = os.waitpid(child, 0)
sys.stdout.buffer.write(shown.replace(b"\r", b""))
sys.stdout.flush()
print(prompts, shown.count(b"\n"), file=sys.stderr)
sys.exit(os.waitstatus_to_exitcode(status))
