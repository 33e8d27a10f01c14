#!/usr/bin/python3
"""An output module of speech-dispatcher that writes what it is to speak into a file: a line each,
the language before it ("de Schritt 1"), "STOP" where it is cut off. Each
letter takes some seconds. The configuration file of the module, its argument, has the path, the
seconds and the languages of its voices, in quotes. The protocol is that of its modules, on standard input and output."""
import re
import select
import sys

with open(sys.argv[1]) as configuration:
    _, PATH, _, LETTER, _, LANGUAGES, _ = configuration.read().split('"')
settings = {}
waiting = []  # a command that came while something was spoken


def reply(*lines):
    sys.stdout.write("".join(line + "\n" for line in lines))
    sys.stdout.flush()


def note(line):
    with open(PATH, "a") as spoken:
        spoken.write(line + "\n")


def block():
    """The lines up to a dot."""
    lines = []
    for line in iter(sys.stdin.readline, ""):
        line = line.rstrip("\n")
        if line == ".":
            break
        lines.append(line[1:] if line.startswith("..") else line)
    return lines


def take(first, last):
    reply(first)
    settings.update(line.partition("=")[::2] for line in block())
    reply(last)


def take_audio():
    """There is none, so speech-dispatcher need not open a device for it."""
    reply("207 OK RECEIVING AUDIO SETTINGS")
    server = "audio_output_method=server" in block()
    reply("300 UNKNOWN ERROR" if server else "203 OK AUDIO INITIALIZED")


def speak():
    reply("202 OK RECEIVING MESSAGE")
    text = re.sub("<[^>]*>", "", " ".join(block())).strip()
    reply("200 OK SPEAKING", "701 BEGIN")
    note("%s %s" % (settings.get("language"), text))
    if select.select([0], [], [], len(text) * float(LETTER))[0]:
        waiting.append(sys.stdin.readline())
    if waiting == ["STOP\n"]:
        note("STOP")
        reply("703 STOP")
    else:
        reply("702 END")


VOICES = ["200-%s\t%s\tnone" % (name, name) for name in LANGUAGES.split()]
COMMANDS = {
    "INIT": lambda: reply("299-a file", "299 OK LOADED SUCCESSFULLY"),
    "AUDIO": take_audio,
    "LOGLEVEL": lambda: take("207 OK RECEIVING LOGLEVEL SETTINGS", "203 OK LOG LEVEL SET"),
    "SET": lambda: take("203 OK RECEIVING SETTINGS", "203 OK SETTINGS RECEIVED"),
    "SPEAK": speak,
    "STOP": lambda: None,
    "LIST": lambda: reply(*VOICES, "200 OK VOICE LIST SENT"),
}
for command in iter(lambda: waiting.pop() if waiting else sys.stdin.readline(), ""):
    word = command.split()[0] if command.strip() else ""
    if word == "QUIT":
        reply("210 OK QUIT")
        break
    COMMANDS.get(word, lambda: reply("300 ERR UNKNOWN COMMAND"))()
