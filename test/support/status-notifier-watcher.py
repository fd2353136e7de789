"""Stands in for a desktop's panel: owns org.kde.StatusNotifierWatcher and reads an icon's menu as a panel does.

Prints "ready", then answers each line on stdin with one line of JSON: "item" (tooltip and whether there is an icon),
"menu" (labels of its menu) or "click LABEL".
"""
import json
import sys
import threading

import dbus
import dbus.mainloop.glib
import dbus.service
from gi.repository import GLib

WATCHER = "org.kde.StatusNotifierWatcher"
ITEM = "org.kde.StatusNotifierItem"
MENU = "com.canonical.dbusmenu"
PROPERTIES = dbus.PROPERTIES_IFACE

dbus.mainloop.glib.DBusGMainLoop(set_as_default=True)
bus = dbus.SessionBus()
items = []


class Watcher(dbus.service.Object):
    @dbus.service.method(WATCHER, in_signature="s", sender_keyword="sender")
    def RegisterStatusNotifierItem(self, service, sender=None):
        # Either a bus name, with the item at its usual path, or a path on the caller's connection.
        name, path = (sender, service) if service.startswith("/") else (service, "/StatusNotifierItem")
        items.append((name, path))

    @dbus.service.method(WATCHER, in_signature="s")
    def RegisterStatusNotifierHost(self, service):
        pass

    @dbus.service.method(PROPERTIES, in_signature="ss", out_signature="v")
    def Get(self, interface, name):
        return self.GetAll(interface)[name]

    @dbus.service.method(PROPERTIES, in_signature="s", out_signature="a{sv}")
    def GetAll(self, interface):
        return {
            "IsStatusNotifierHostRegistered": dbus.Boolean(True),
            "ProtocolVersion": dbus.Int32(0),
            "RegisteredStatusNotifierItems": dbus.Array([name + path for name, path in items], signature="s"),
        }


def item_property(name):
    owner, path = items[-1]
    return dbus.Interface(bus.get_object(owner, path), PROPERTIES).Get(ITEM, name)


def menu():
    owner, _ = items[-1]
    return dbus.Interface(bus.get_object(owner, item_property("Menu")), MENU)


def entries():
    _, (_, _, children) = menu().GetLayout(0, -1, dbus.Array([], signature="s"))
    return [(int(child[0]), str(child[1].get("label", "")), str(child[1].get("type", ""))) for child in children]


def answer(line):
    verb, _, rest = line.partition(" ")
    if verb == "item":
        if not items:
            return {"registered": False}
        tooltip = item_property("ToolTip")
        return {"registered": True, "tooltip": " ".join(str(part) for part in tooltip[2:]).strip()}
    if verb == "menu":
        return [label for _, label, kind in entries() if kind != "separator"]
    if verb == "click":
        found = [number for number, label, _ in entries() if label == rest]
        menu().Event(found[0], "clicked", dbus.String("", variant_level=1), dbus.UInt32(0))
        return {"clicked": found[0]}
    raise ValueError(line)


def reply(line):
    try:
        result = answer(line)
    except Exception as error:  # the test sees it, whatever it is
        result = {"error": str(error)}
    print(json.dumps(result), flush=True)
    return False


def read():
    for line in sys.stdin:
        GLib.idle_add(reply, line.rstrip("\n"))
    GLib.idle_add(loop.quit)


name = dbus.service.BusName(WATCHER, bus)
watcher = Watcher(bus, "/StatusNotifierWatcher")
loop = GLib.MainLoop()
threading.Thread(target=read, daemon=True).start()
print("ready", flush=True)
loop.run()
