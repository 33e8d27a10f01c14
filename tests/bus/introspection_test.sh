#!/bin/bash
# The running limberd against dbus/org.limberd.Limber1.xml: each member it has is in there with
# the same types and annotations, and each one in there that is not marked "Not yet" it has.
set -u
cd "$(dirname "$0")/../.." || exit
# shellcheck source=tests/desktop/bus.inc
. tests/desktop/bus.inc
need busctl python3
[ -n "${SCRATCH:-}" ] || exec tests/desktop/with-bus.sh "$0"

"$B/limberd" 2>"$SCRATCH/limberd.log" &
daemon=$!
trap 'stop $daemon' EXIT
wait_server org.limberd.Limber1 $daemon "$SCRATCH/limberd.log" || exit 1
for object in '' /reminder/desk; do
	busctl --user --xml-interface introspect org.limberd.Limber1 "/org/limberd/Limber1$object" \
		>"$SCRATCH/live${object////-}.xml" || exit 1
done
python3 - dbus/org.limberd.Limber1.xml "$SCRATCH"/live*.xml <<'END'
import sys
import xml.etree.ElementTree as tree

def types(member, direction):
    default = "out" if member.tag == "signal" else "in"
    return "".join(arg.get("type") for arg in member.iter("arg")
                   if arg.get("direction", default) == direction)

def annotations(member):
    return tuple(sorted((note.get("name").split(".")[-1], note.get("value"))
                        for note in member.iter("annotation")))

def members(path):
    """{(interface, kind, name, in, out, type, access, annotations): whether it is there yet}"""
    parser = tree.XMLParser(target=tree.TreeBuilder(insert_comments=True))
    found = {}
    for interface in tree.parse(path, parser).iter("interface"):
        there = True
        for member in interface:
            if member.tag is tree.Comment:
                there = not member.text.strip().endswith("Not yet.")
            elif member.tag in ("method", "signal", "property"):
                found[(interface.get("name"), member.tag, member.get("name"), types(member, "in"),
                       types(member, "out"), member.get("type"), member.get("access"),
                       annotations(member))] = there
    return found

contract, live = members(sys.argv[1]), {}
for path in sys.argv[2:]:
    live.update(members(path))
standard = ("org.freedesktop.DBus.Peer", "org.freedesktop.DBus.Introspectable",
            "org.freedesktop.DBus.Properties")
wrong = ["not in the contract: %s" % (member,) for member in live
         if member not in contract and member[0] not in standard]
wrong += ["missing in limberd: %s" % (member,) for member, there in contract.items()
          if there and member not in live]
print("\n".join(wrong) if wrong else "%d members" % len(live))
sys.exit(bool(wrong) or not live)
END
