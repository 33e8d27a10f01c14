"""Which items a user's answers stop, read from the .conf files alone and by the rules of
limber-catalogue(5). Nothing of Limber's own code is asked."""
import glob
import os
import re

TOKEN = re.compile(r'\s+|(?:#|//)[^\n]*|/\*.*?\*/|"((?:\\.|[^"\\])*)"|([A-Za-z][\w-]*)|(-?\d+)'
                   r'|([{}()\[\]=:;,])', re.S)
EXERCISE = {'stretch', 'strengthen', 'posture', 'move'}


def tokens(text):
    at = 0
    while at < len(text):
        match = TOKEN.match(text, at)
        if not match:
            raise ValueError(f'no token at {text[at:at + 30]!r}')
        at = match.end()
        string, name, number, sign = match.groups()
        if string is not None:
            yield 'text', re.sub(r'\\(.)', r'\1', string)
        elif name:
            yield 'name', name
        elif number:
            yield 'number', int(number)
        elif sign:
            yield sign, sign


class Parser:
    """The part of libconfig's syntax that these files use."""

    def __init__(self, text):
        self.rest = list(tokens(text)) + [('end', None)]

    def take(self, *kinds):
        if self.rest[0][0] in kinds:
            return self.rest.pop(0)
        return None

    def value(self):
        for open_, close in ('[]', '()'):
            if self.take(open_):
                values = []
                while not self.take(close):
                    values.append(self.value())
                    self.take(',')
                return values
        if self.take('{'):
            group = self.group('}')
            self.take('}')
            return group
        kind, value = self.rest.pop(0)
        if kind == 'text':
            while (more := self.take('text')):
                value += more[1]
        return value == 'true' if kind == 'name' else value

    def group(self, end):
        members = {}
        while self.rest[0][0] != end:
            name = self.take('name')[1]
            self.take('=', ':')
            members[name] = self.value()
            self.take(';', ',')
        return members


def parse(text):
    return Parser(text).group('end')


def as_list(value):
    return value if isinstance(value, list) else [value]


class Item:
    def __init__(self, conf, own=False):
        self.id, self.title, self.kind = conf['id'], conf['title'], conf['kind']
        self.acts = set(as_list(conf.get('acts', [])))
        self.not_for = set(as_list(conf.get('not_for', [])))
        self.before_setup = bool(conf.get('before_setup')) and not own
        self.rules = {fact: as_list(rule)[0] for fact, rule in conf.get('cautions', {}).items()}
        marked = as_list(conf.get('kinds', []))
        self.kinds = {word.rstrip('*~') for word in marked}
        self.kinds_checked = {word[:-1] for word in marked if word.endswith('*')}
        self.causes_checked = {word[:-1] for word in as_list(conf.get('causes', []))
                               if word.endswith('*')}
        self.steps = [step['text'] for step in conf['steps']]
        self.easier = [step['text'] for step in conf.get('easier', [])]
        titles = {step['title'] for step in conf['steps'] + conf.get('easier', [])
                  if 'title' in step}
        self.texts = {conf['title'], conf['cue'], *self.steps, *self.easier, *titles}
        if own:
            self.own_defaults(conf['category'])

    def own_defaults(self, category):
        if category in EXERCISE or category == 'recover':
            self.acts.add('exercise')
        if category == 'recover':
            self.acts |= {'heat', 'cold'}
        if category in ('recover', 'wear', 'care'):
            self.acts.add('pressure')
        if self.acts & {'heat', 'cold', 'pressure'}:
            self.not_for.add('ischemic')
        if not self.kinds:
            self.kinds = KINDS - self.not_for - {'acute'}


class Answers:
    """What a user has said: facts, kinds of cramp, what a clinician agreed to and checked."""

    def __init__(self, facts=(), kinds=('postural',), agreed=(), cleared=(), warning=False,
                 setup=True):
        self.facts, self.kinds = set(facts), set(kinds) or {'postural'}
        self.agreed, self.cleared = set(agreed), set(cleared)
        self.warning, self.setup = warning, setup

    def __str__(self):
        parts = [f'{fact}=yes' for fact in sorted(self.facts)]
        parts += [f'kinds={",".join(sorted(self.kinds))}'] if self.kinds != {'postural'} else []
        parts += [f'agreed={len(self.agreed)}'] if self.agreed else []
        parts += [f'cleared={",".join(sorted(self.cleared))}'] if self.cleared else []
        parts += ['warning'] if self.warning else []
        parts += [] if self.setup else ['before the questions']
        return ' '.join(parts) or 'no to all'

    def waits(self, item):
        """Whether a kind has to be checked by a clinician before."""
        gated = item.kinds_checked - self.cleared
        only_gated = bool(gated) and not item.kinds - gated
        if item.causes_checked & self.cleared:
            gated, only_gated = set(), False
        shut = {'ischemic', 'neurological'}
        if item.acts & {'exercise', 'pressure'}:
            shut.add('referred')
        shut -= item.kinds | self.cleared
        return bool((gated | shut) & self.kinds) or only_gated

    def stop(self, item):
        """Whether it may not be shown, by whatever path."""
        ruled = {item.rules[fact] for fact in self.facts if fact in item.rules}
        strained = 'acute' in self.facts and 'acute' not in item.kinds - item.kinds_checked
        return bool('fracture' in self.facts
                    or ('fever' in self.facts and item.acts - {'cold'})
                    or (self.warning and item.acts)
                    or 'stop' in ruled
                    or item.not_for & self.kinds
                    or (strained and item.acts)
                    or self.waits(item)
                    or ('ask' in ruled and item.id not in self.agreed))

    def hide(self, item):
        """The same, and what nobody is dealt before the questions."""
        return self.stop(item) or (not self.setup and not item.before_setup)

    def only_easier(self, item):
        return bool(item.easier) and any(item.rules.get(fact) == 'swap' for fact in self.facts)


def read_file(path):
    with open(path, encoding='utf-8') as file:
        return parse(file.read())


SOURCE = os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', '..', 'config')
ITEMS = {item.id: item for item in
         (Item(read_file(path)) for path in sorted(glob.glob(SOURCE + '/catalogue/*.conf')))}
KINDS = {os.path.basename(path)[:-5] for path in glob.glob(SOURCE + '/kinds/*.conf')}
FACTS = sorted({fact for item in ITEMS.values() for fact in item.rules} | {'fracture', 'fever'})
CHECKS = ['acute', 'chronic', 'referred', 'ischemic', 'neurological', 'nerve-impingement', 'spinal']
