#!/usr/bin/python3
"""sitting.py: print how long you have been sitting and what comes next, then each card and answer.

    ./sitting.py            until it is interrupted
    ./sitting.py --once     the two lines alone

It needs python3-gi. limberd is asked once, and again when it signals that its state has changed:
nothing is polled. The whole interface: man org.limberd.Limber1
"""
import sys
import time

from gi.repository import Gio, GLib

NAME, PATH = "org.limberd.Limber1", "/org/limberd/Limber1"
MANAGER = "org.limberd.Limber1.Manager"

# Who only looks does not start limberd.
bus = Gio.bus_get_sync(Gio.BusType.SESSION)
limberd = Gio.DBusProxy.new_sync(
    bus, Gio.DBusProxyFlags.DO_NOT_AUTO_START, None, NAME, PATH, MANAGER)


def clock(moment):
    """Moments are microseconds since 1970; 0 is never."""
    return time.strftime("%H:%M", time.localtime(moment / 1e6)) if moment else "nobody knows when"


def show():
    try:
        status = limberd.call_sync("Status", None, Gio.DBusCallFlags.NO_AUTO_START, -1).unpack()[0]
    except GLib.Error as error:
        print("limberd does not run:", error.message)
        return
    # The sitting that counts is that of one reminder, as long as one counts it. Lengths are
    # microseconds, too. The ledger is that of the moment Now: add what passed since, while Sitting.
    for reminder in status["Reminders"]:
        if reminder["Name"] == status["Counted"]:
            print("Sitting: %d of %d min" % (reminder["Ledger"] / 6e7, reminder["Every"] / 6e7))
    if status["Next"]:
        print("%s, %s" % (status["Next"], clock(status["NextAt"])), status["NextWhy"], sep="\n  ")
    sys.stdout.flush()


def on_signal(_proxy, _sender, signal, parameters):
    """Rang: a reminder has a card. Answered: what became of it. Others are not needed here."""
    if signal == "Rang":
        reminder, card, values = parameters.unpack()
        print("Card %d of %s: %s" % (card, reminder, values["Title"]), flush=True)
    elif signal == "Answered":
        reminder, _card, outcome, _values = parameters.unpack()
        print("%s: %s" % (reminder, outcome), flush=True)


def on_changed(_proxy, _changed, _invalidated):
    """Sitting or Holds changed: so may have all that Status has."""
    show()


show()
if "--once" not in sys.argv:
    limberd.connect("g-signal", on_signal)
    limberd.connect("g-properties-changed", on_changed)
    # limberd came or went.
    limberd.connect("notify::g-name-owner", lambda *_: show())
    try:
        GLib.MainLoop().run()
    except KeyboardInterrupt:
        pass
