# SPDX-License-Identifier: GPL-3.0-or-later
# Completion of cooldown(1) for fish.

complete -c cooldown -f
complete -c cooldown -l page -x -a 'recover check ice evening journal' -d 'Open a page'
complete -c cooldown -l finish-workout -a 'run, walk, ride, swim, strength, ball, other,' -d 'Note a workout that just ended'
complete -c cooldown -l start-ice -a '10,3 10,5 15,3 15,5' -d 'Start icing'
complete -c cooldown -l wind-down -d 'Open the evening’s wind-down'
complete -c cooldown -l status -d 'Say what is going on'
complete -c cooldown -l json -n '__fish_seen_argument -l status' -d 'With --status: as JSON'
complete -c cooldown -l export -r -F -d 'Write the journal to a new file'
complete -c cooldown -l version -d 'Print the version'
complete -c cooldown -s h -l help -d 'Say which options there are'
