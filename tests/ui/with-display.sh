#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Runs a test on a display and a session bus that nobody else uses and where nothing is started by
# itself. Exits 77, which is "skipped", where that cannot be had.
#
#   with-display.sh COMMAND…

for program in Xvfb dbus-daemon dbus-run-session; do
  command -v "$program" >/dev/null && continue
  echo "skipped: $program is missing"
  exit 77
done

folder=$(mktemp -d) || exit 1
trap 'kill "$xvfb" 2>/dev/null; rm -rf "$folder"' EXIT
trap 'exit 1' HUP INT TERM

mkfifo "$folder/display"
Xvfb -displayfd 3 -screen 0 1280x1024x24 -nolisten tcp 3>"$folder/display" 2>"$folder/log" &
xvfb=$!
read -r display <"$folder/display"
if [ -z "$display" ]; then
  echo "skipped: Xvfb does not start"
  cat "$folder/log"
  exit 77
fi

cat >"$folder/bus.conf" <<END
<busconfig>
  <type>session</type>
  <listen>unix:dir=$folder</listen>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
END

mkdir -m 700 "$folder/run"
export DISPLAY=":$display" GDK_BACKEND=x11 GSK_RENDERER=cairo XDG_RUNTIME_DIR="$folder/run"
export XDG_DATA_HOME="$folder/data" XDG_CONFIG_HOME="$folder/config" XDG_CACHE_HOME="$folder/cache"
unset WAYLAND_DISPLAY DBUS_SESSION_BUS_ADDRESS
dbus-run-session --config-file="$folder/bus.conf" -- "$@"
