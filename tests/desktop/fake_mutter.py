#!/usr/bin/python3
"""GNOME's idle monitor to order, on the session bus: watches and the signal WatchFired, as Mutter
has them. Time passes by Idle(milliseconds): so long nobody has touched a thing; 0: somebody did.
Watches() says how many there are."""

import dbus
import dbus.service
from dbus.mainloop.glib import DBusGMainLoop
from gi.repository import GLib

NAME = "org.gnome.Mutter.IdleMonitor"


class Monitor(dbus.service.Object):
    def __init__(self, bus):
        super().__init__(bus, "/org/gnome/Mutter/IdleMonitor/Core")
        self.idle, self.next = 0, 1
        self.watches = {}  # id: (client, interval; 0 for activity)

    def fire(self, number):
        client = self.watches[number][0]
        signal = dbus.lowlevel.SignalMessage(self._object_path, NAME, "WatchFired")
        signal.append(number, signature="u")
        signal.set_destination(client)
        self.connection.send_message(signal)

    def add(self, sender, interval):
        number, self.next = self.next, self.next + 1
        self.watches[number] = (sender, interval)
        if interval and self.idle >= interval:
            GLib.idle_add(self.fire, number)
        return number

    @dbus.service.method(NAME, out_signature="t")
    def GetIdletime(self):
        return self.idle

    @dbus.service.method(NAME, in_signature="t", out_signature="u", sender_keyword="sender")
    def AddIdleWatch(self, interval, sender=None):
        return self.add(sender, interval)

    @dbus.service.method(NAME, out_signature="u", sender_keyword="sender")
    def AddUserActiveWatch(self, sender=None):
        return self.add(sender, 0)

    @dbus.service.method(NAME, in_signature="u")
    def RemoveWatch(self, number):
        self.watches.pop(number, None)

    @dbus.service.method("org.limberd.Fake", in_signature="t")
    def Idle(self, now):
        before, self.idle = self.idle, now
        for number, (_, interval) in list(self.watches.items()):
            if interval and before < interval <= now:
                self.fire(number)
            if not interval and now < before:
                self.fire(number)
                del self.watches[number]

    @dbus.service.method("org.limberd.Fake", out_signature="u")
    def Watches(self):
        return len(self.watches)


DBusGMainLoop(set_as_default=True)
bus = dbus.SessionBus()
monitor = Monitor(bus)
name = dbus.service.BusName(NAME, bus)
GLib.MainLoop().run()
