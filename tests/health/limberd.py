"""limberd and limber, as others see them: over the bus, and by their output."""
import os
import signal
import subprocess
import time

import dbus
import dbus.mainloop.glib
from gi.repository import GLib

B = os.environ['B']
NAME, PATH = 'org.limberd.Limber1', '/org/limberd/Limber1'
MANAGER, REMINDER = NAME + '.Manager', NAME + '.Reminder'
SLOWNESS = int(os.environ.get('SLOWNESS', '100')) / 100


def encode(name):
    return ''.join(c if c.isalnum() and not (i == 0 and c.isdigit()) else '_%02x' % ord(c)
                   for i, c in enumerate(name))


class Daemon:
    """limberd, as its clients see it."""

    def __init__(self):
        self.process, self.cards = None, {}
        dbus.mainloop.glib.DBusGMainLoop(set_as_default=True)
        self.bus = dbus.SessionBus()
        for signal_name in ('CardShown', 'CardChanged'):
            self.bus.add_signal_receiver(self.on_card, signal_name, MANAGER)
        self.bus.add_signal_receiver(self.on_closed, 'CardClosed', MANAGER)

    def on_card(self, card, content):
        self.cards[int(card)] = {str(key): value for key, value in content.items()}

    def on_closed(self, card, _outcome):
        self.cards.pop(int(card), None)

    def settle(self):
        """Take in what was sent before this call's answer."""
        self.call('Status')
        self.dispatch()

    @staticmethod
    def dispatch():
        while GLib.MainContext.default().iteration(False):
            pass

    def wait(self, what, condition):
        end = time.monotonic() + 30 * SLOWNESS
        while not condition():
            if time.monotonic() > end:
                raise TimeoutError(what)
            time.sleep(0.005)

    def start(self):
        with open(os.environ['SCRATCH'] + '/limberd.log', 'ab') as log:
            self.process = subprocess.Popen([B + '/limberd'], stderr=log)
        self.wait('limberd starts', lambda: self.bus.name_has_owner(NAME))
        self.dispatch()
        self.cards.clear()  # those of the last one, which may have been killed
        self.call('RegisterDisplay', dbus.Array([], 's'))

    def stop(self, how=signal.SIGTERM):
        self.process.send_signal(how)
        self.process.wait()
        self.wait('limberd ends', lambda: not self.bus.name_has_owner(NAME))

    def call(self, method, *arguments, reminder=None):
        path = f'{PATH}/reminder/{encode(reminder)}' if reminder else PATH
        return self.bus.call_blocking(NAME, path, REMINDER if reminder else MANAGER, method, None,
                                      arguments, timeout=20 * SLOWNESS)

    def try_call(self, *arguments, **named):
        try:
            self.call(*arguments, **named)
            return True
        except dbus.DBusException:
            return False

    def set(self, values, runtime):
        self.call('Set', dbus.Dictionary(values, 'ss'), runtime)


def limber(*words):
    done = subprocess.run([B + '/limber', *words], stdin=subprocess.DEVNULL, capture_output=True,
                          text=True, check=False)
    return done.returncode, done.stdout, done.stderr
