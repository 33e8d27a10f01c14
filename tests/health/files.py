"""The files of a user: own items, the configuration, and the answers as each layer has them."""
import os

from oracle import FACTS, Item, parse

CONFIG = os.environ['XDG_CONFIG_HOME'] + '/limber'
KEPT = CONFIG + '/limber.conf.d/90-limber.conf'

OWN = '''id = "%s"; category = "%s"; kind = "routine"; title = "Own %s thing";
cue = "Do the own %s thing."; %s steps = ( { text = "First of the own %s thing."; time = "9s"; } );
'''
# An id, a category, and what else stands in the file.
OWN_ITEMS = [('own-%s' % category, category, '') for category in
             ('stretch', 'move', 'hydrate', 'recover', 'relax', 'wear', 'care')] + [
    ('own-stopped', 'relax', 'cautions : { kidney = "stop"; trauma = "ask"; };'),
    ('own-acute', 'strengthen', 'kinds = [ "acute", "ischemic" ];'),
]

BASE = '''hours = "00:00-24:00"; gap = "0min"; quiet = [ ]; first_week = "full"; back_off = false;
setup_done = %s; health_asked = "2026-01-02";
reminders : {
%s
};
'''


def reminder_of(item):
    return 'p-' + item


def write(path, text):
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path + '.new', 'w', encoding='utf-8') as file:
        file.write(text)
    os.rename(path + '.new', path)


def own_items():
    items = {}
    for name, category, more in OWN_ITEMS:
        text = OWN % (name, category, name, name, more, name)
        write(f'{CONFIG}/catalogue/{name}.conf', text)
        items[name] = Item(parse(text), own=True)
    return items


def settings_of(answers):
    """As Set takes them: each is given, so that none is left from before."""
    values = {f'health.{fact}': 'true' if fact in answers.facts else 'false' for fact in FACTS}
    for key, words in (('kinds', answers.kinds), ('agreed', answers.agreed),
                       ('cleared', answers.cleared)):
        values[key] = '[ %s ]' % ', '.join(f'"{word}"' for word in sorted(words))
    values['warning'] = '2026-01-02' if answers.warning else ''
    return values


def file_of(answers):
    facts = ' '.join(f'{fact} = true;' for fact in sorted(answers.facts))
    values = settings_of(answers)
    return ('health : { %s };\n' % facts + ''.join(
        f'{key} = {values[key]};\n' for key in ('kinds', 'agreed', 'cleared')) +
        f'warning = "{values["warning"]}";\n')
