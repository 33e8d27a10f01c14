#!/usr/bin/python3
"""Whether any path leads to an item that a health answer stops: facts, kinds of cramp and what a
clinician said, by every way to say it, times items, times the paths of command line and bus. What
may be shown is decided by oracle.py, from the .conf files alone.

usage: with-bus.sh tests/health/paths.py [short | N]      $B is the build folder
short: few of all, in seconds. N: each Nth of the answers; what that skips is looked at by no other.
Exit 0: no stopped item was seen. The last line has what was looked at.
"""
import json
import os
import random
import shutil
import signal
import subprocess
import sys

import dbus

from files import BASE, CONFIG, KEPT, file_of, own_items, reminder_of, settings_of, write
from limberd import B, Daemon, limber
from oracle import CHECKS, FACTS, ITEMS, KINDS, Answers

SHORT = sys.argv[1:] == ['short']
EACH = 2 if SHORT else int((sys.argv + ['1'])[1])
MERGED = 4


class Tally:
    """What was looked at, and what was wrong."""

    def __init__(self):
        self.looks, self.shown, self.stopped, self.faults, self.paths = 0, 0, 0, 0, set()

    def look(self, path, item, answers, seen):
        """An item was, or was not, to be seen on a path."""
        self.looks += 1
        self.paths.add(path)
        if not seen:
            return
        self.shown += 1
        if answers.hide(item):
            self.stopped += 1
            self.tell(f'{path}: {item.id} is shown, with {answers}')

    def tell(self, what):
        if self.stopped + self.faults <= 20:
            print(what, flush=True)

    def fail(self, what):
        self.faults += 1
        self.tell(what)

    def check(self, path, good, what):
        self.looks += 1
        self.paths.add(path)
        if not good:
            self.fail(f'{path}: {what}')


class Paths:
    def __init__(self):
        self.tally = Tally()
        self.daemon = Daemon()
        self.items = dict(ITEMS)
        self.rung = []  # those with a reminder of their own: there may be 64 reminders
        self.dice = random.Random(1)
        self.file = ''

    def begin(self, setup=True, half=0):
        shutil.rmtree(CONFIG, ignore_errors=True)
        shutil.rmtree(os.environ['XDG_STATE_HOME'] + '/limber', ignore_errors=True)
        self.items = {**ITEMS, **own_items()}
        self.rung = [item for i, item in enumerate(self.items.values()) if i % 2 == half]
        reminders = ''.join('  %s : { at = "12:00"; items = "%s"; };\n'
                            % (reminder_of(item.id), item.id) for item in self.rung)
        reminders += ''.join(f'  m{i} : {{ on = "workout"; items = "slow-breath-4-6"; }};\n'
                             for i in range(MERGED))
        reminders += '  r : { every = "1min"; with = "m0"; items = "slow-breath-4-6"; };\n'
        self.file = BASE % ('true' if setup else 'false', reminders)
        write(CONFIG + '/limber.conf', self.file)
        self.daemon.start()

    # ---- the ways to say it ----

    def say_set(self, answers):
        self.daemon.set(settings_of(answers), False)

    def say_runtime(self, answers):
        self.daemon.set(settings_of(answers), True)

    def say_own_file(self, answers):
        write(CONFIG + '/limber.conf', self.file + file_of(answers))
        self.daemon.call('Reload')

    def say_folder(self, answers):
        write(CONFIG + '/limber.conf.d/95-health.conf', file_of(answers))
        self.daemon.call('Reload')

    def say_restart(self, answers):
        self.say_set(answers)
        self.daemon.stop(signal.SIGKILL)
        self.daemon.start()

    def unsay(self):
        """Leave no answer in any layer."""
        write(CONFIG + '/limber.conf', self.file)
        write(CONFIG + '/limber.conf.d/95-health.conf', '')
        for runtime in (False, True):
            self.daemon.set(settings_of(Answers()), runtime)
            self.daemon.call('Unset', dbus.Array(list(settings_of(Answers())), 's'), runtime)

    # ---- the paths to an item ----

    def look_catalogue(self, answers):
        code, out, _ = limber('catalogue', '--json')
        rulings = {item['id']: item['for_you']['ruling'] for item in json.loads(out)['items']}
        for name, item in self.items.items():
            is_stopped = rulings[name] != 'for_you'
            self.tally.look('catalogue', item, Answers(**{**vars(answers), 'setup': True}),
                            not is_stopped)
            self.tally.check('catalogue', is_stopped == answers.stop(item),
                             f'{name} is stopped without a reason, with {answers}')
        self.tally.check('catalogue', code == 0, 'catalogue --json fails')

    def look_item(self, answers, item):
        _, out, _ = limber('catalogue', item.id)
        line = next(line for line in out.splitlines()[:4] if line.startswith('  For you'))
        self.tally.look('catalogue ITEM', item, answers, line.split()[2].startswith('yes'))

    def look_preview(self, answers):
        _, out, _ = limber('preview', '--days', '2' if SHORT else '8', '--json')
        cards = json.loads(out).get('cards', [])  # none where the files have errors
        seen = {card['item'] for card in cards}
        for card in cards:
            seen |= {name[2:] for name in card['with'] if name.startswith('p-')}
        for name, item in self.items.items():
            self.tally.look('preview', item, answers, name in seen)

    def look_list(self, answers):
        _, out, _ = limber('list', '--json')
        for row in json.loads(out)['reminders']:
            item = self.items.get(row['name'][2:])
            if item and row['name'].startswith('p-'):
                self.tally.look('list', item, answers, not row['silent'])

    def look_ring(self, answers, item):
        rang = self.daemon.try_call('Ring', reminder=reminder_of(item.id))
        self.tally.look('ring', item, answers, rang)
        if not rang:
            return
        self.look_card(answers, 'card')
        if item.kind == 'routine' and self.daemon.try_call('Play', dbus.UInt64(0), 'start'):
            self.look_card(answers, 'player')
            self.look_form(answers, item)
        self.daemon.try_call('Answer', dbus.UInt64(0), 'skipped', '')

    def texts(self):
        self.daemon.settle()
        return '\n'.join(f'{card["Title"]}\n{card["Body"]}' for card in self.daemon.cards.values())

    def look_card(self, answers, path):
        """No text of a stopped item on the card, unless an item that is not stopped has it, too."""
        text = self.texts()
        hidden = [item for item in self.items.values() if answers.hide(item)]
        allowed = '\n'.join(part for item in self.items.values() if not answers.hide(item)
                            for part in item.texts)
        for item in self.items.values():
            seen = any(part in text for part in item.texts
                       if len(part) > 11 and part not in allowed)
            if item in hidden or seen:
                self.tally.look(path, item, answers, seen)

    def look_form(self, answers, item):
        """Who is to have the easier steps only sees none of the others."""
        if not answers.only_easier(item):
            return
        text = self.texts()
        hard = [step for step in item.steps if step not in item.easier and step in text]
        self.tally.check('player', not hard,
                         f'{item.id} plays the harder steps, with {answers}')

    def look_start(self, answers, item, *words):
        if not answers.hide(item):
            return
        with subprocess.Popen([B + '/limber', 'start', item.id, '--plain', *words],
                              stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                              stderr=subprocess.DEVNULL, text=True) as play:
            line = play.stdout.readline()
            play.terminate()
        self.tally.look(' '.join(('start', *words)), item, answers, line != '')

    def look_try(self, answers, item):
        code, _, _ = limber('try', reminder_of(item.id))
        self.tally.look('try', item, answers, code == 0)

    def look_merged(self, answers, batch):
        """Cards of several at once, and a line on them, at the end of a workout."""
        names = [item.id for item in batch]
        for i in range(MERGED):
            self.daemon.call('Set', {'items': names[i % len(names)]}, True, reminder=f'm{i}')
        self.daemon.call('Set', {'items': names[-1]}, True, reminder='r')
        self.daemon.call('Presence', 'sat', dbus.UInt64(2 * 3600 * 1000000))
        self.daemon.call('Begin', 'workout')
        self.daemon.call('End', 'workout')
        if not self.daemon.try_call('Ring', reminder='m0'):
            self.daemon.try_call('Ring', reminder='m1')
        self.look_card(answers, 'merged')
        self.daemon.try_call('Answer', dbus.UInt64(0), 'skipped', '')

    def look_another(self, answers, batch):
        """The other items of a deck, one after another on the same card."""
        names = ', '.join(item.id for item in batch)
        self.daemon.call('Set', {'items': names}, True, reminder='m1')
        if not self.daemon.try_call('Ring', reminder='m1'):
            return
        for _ in range(len(batch)):
            try:
                outcome = self.daemon.call('Another', dbus.UInt64(0))
            except dbus.DBusException:
                break
            self.tally.look('another', self.items[str(outcome['Item'])], answers, True)
            self.look_card(answers, 'another')
        self.daemon.try_call('Answer', dbus.UInt64(0), 'skipped', '')

    def look_meanwhile(self, answers):
        """An answer that comes while the card is up, or while it is played, takes it down."""
        nothing = Answers()
        for item in self.some([item for item in self.rung
                               if answers.stop(item) and not nothing.stop(item)], 1, 2):
            self.say_runtime(nothing)
            if not self.daemon.try_call('Ring', reminder=reminder_of(item.id)):
                self.tally.fail(f'{item.id} does not come, with no to all')
                continue
            self.daemon.try_call('Play', dbus.UInt64(0), 'start')
            self.say_runtime(answers)
            self.look_card(answers, 'while it is up')

    # ---- all of it ----

    def some(self, items, few, many=None):
        items = list(items)
        count = few if SHORT else many or len(items)
        return self.dice.sample(items, min(count, len(items)))

    def look(self, answers):
        items = self.rung
        stopped = [item for item in items if answers.hide(item)]
        self.look_catalogue(answers)
        self.look_preview(answers)
        if not SHORT or self.dice.random() < 0.2:
            self.look_list(answers)
        for item in items if not SHORT else stopped + self.some(items, 2):
            self.look_ring(answers, item)
        for item in self.some(stopped, 1):
            self.look_start(answers, item)
        for item in self.some([item for item in stopped if item.easier], 1, 4):
            self.look_start(answers, item, '--easier')
        for item in self.some(stopped, 1, 3):
            self.look_item(answers, item)
            self.look_try(answers, item)
        if not SHORT or self.dice.random() < 0.3:
            for i in range(0, 1 if SHORT else len(items), MERGED):
                self.look_merged(answers, (stopped + items)[i:i + MERGED])
            self.look_another(answers, self.dice.sample(items, 6))

    def scenarios(self):
        yield Answers()
        for fact in FACTS:
            yield Answers([fact])
        for kind in sorted(KINDS):
            yield Answers([], [kind])
        yield Answers(warning=True)
        yield Answers(FACTS, agreed=ITEMS)
        for check in CHECKS:
            yield Answers([], ['referred', 'chronic'], cleared=[check])
        for _ in range(3 if SHORT else 200):
            yield Answers(self.dice.sample(FACTS, self.dice.randint(0, 4)),
                          self.dice.sample(sorted(KINDS), self.dice.randint(1, 4)),
                          self.dice.sample(sorted(ITEMS), self.dice.randint(0, 9)),
                          self.dice.sample(CHECKS, self.dice.randint(0, 2)),
                          self.dice.random() < 0.1)
        if SHORT:
            return
        for i, fact in enumerate(FACTS):
            for other in FACTS[i + 1:]:
                yield Answers([fact, other])
            for kind in sorted(KINDS):
                yield Answers([fact], [kind, 'postural'])
            yield Answers([fact], agreed=ITEMS)

    def run_answers(self, half):
        ways = [self.say_runtime, self.say_set] * (4 if SHORT else 2) + [
            self.say_folder, self.say_own_file, self.say_restart]
        self.begin(half=half)
        for i, answers in enumerate(self.scenarios()):
            if (i + half) % EACH != 0:
                continue
            ways[i // EACH % len(ways)](answers)
            self.look(answers)
            if not SHORT or i % 8 == 1:
                self.look_meanwhile(answers)
                self.say_runtime(answers)
            self.unsay()
        self.daemon.stop()

    def run_before_questions(self):
        self.begin(setup=False)
        self.look(Answers(setup=False))
        self.daemon.stop()

    def run_damaged(self):
        """The file with the answers, as a crash or a hand leaves it; before and after a start, and
        where none was made."""
        ruins = {
            'gone': None, 'empty': b'', 'NUL': lambda text: b'\0' * len(text),
            'binary': lambda text: bytes((i * 37 + 128) % 256 for i in range(len(text))),
            'half': lambda text: text[:len(text) // 2],
            'a line': lambda text: text[:text.index(b'\n', len(text) // 3) + 1],
            'not UTF-8': lambda text: text + b'# \xe4\n', 'a brace': lambda text: text + b'}\n',
        }
        for what, ruin in self.dice.sample(sorted(ruins.items(), key=lambda pair: pair[0]),
                                           3 if SHORT else len(ruins)):
            for fact in self.some(['op', 'fever', 'pregnant', 'kidney', 'hiprep'], 1, 3):
                self.damage(what, ruin, fact)

    def damage(self, what, ruin, fact):
        answers = Answers(setup=False)  # what they were is not known any more
        self.begin()
        self.daemon.set({f'health.{fact}': 'true', 'kinds': '[ "postural", "nocturnal" ]'}, False)
        self.daemon.stop()
        with open(KEPT, 'rb') as file:
            text = file.read()
        os.unlink(KEPT)
        if ruin is not None:
            with open(KEPT, 'wb') as file:
                file.write(ruin(text) if callable(ruin) else ruin)
        stopped = [item for item in self.rung if answers.hide(item)]
        for item in self.some(stopped, 2, 9):
            self.look_start(answers, item)
        _, out, err = limber('config', 'check')
        self.tally.check('config check', '90-limber.conf' in err or 'no longer' in out,
                         f'nothing of the file ({what}): {out}{err}')
        self.look_preview(answers)
        self.daemon.start()
        self.look_preview(answers)
        for item in self.some(stopped, 4):
            self.look_ring(answers, item)
            self.look_start(answers, item)
        _, out, _ = limber('status')
        self.tally.check('status', 'walks and short' in ' '.join(out.split()),
                         f'nothing of the file ({what}): {out}')
        self.daemon.stop()

    def run(self):
        self.run_before_questions()
        for half in range(2):
            self.run_answers(half)
        self.run_damaged()
        tally = self.tally
        if tally.shown == 0:
            tally.fail('nothing was ever shown: the paths are not looked at')
        print(f'health-paths: {tally.looks} looks at {len(self.items)} items, {len(FACTS)} facts '
              f'and {len(KINDS)} kinds of cramp on {len(tally.paths)} paths; {tally.shown} times '
              f'one for the user came; stopped items seen: {tally.stopped}; other faults: '
              f'{tally.faults}')
        return 1 if tally.stopped + tally.faults else 0


if __name__ == '__main__':
    sys.exit(Paths().run())
