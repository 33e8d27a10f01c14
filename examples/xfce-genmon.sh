#!/bin/sh
# Xfce: add the panel item Generic Monitor (xfce4-genmon-plugin), with this file as its command and
# a period of 30 s. A click answers the card that is up.
exec limber status --format '<txt>{text:pango}</txt><tool>{tooltip:pango}</tool><txtclick>limber done</txtclick>'
