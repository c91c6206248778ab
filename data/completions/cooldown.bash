# SPDX-License-Identifier: GPL-3.0-or-later
# Completion of cooldown(1) for bash.

_cooldown ()
{
  local word=${COMP_WORDS[COMP_CWORD]} option=${COMP_WORDS[COMP_CWORD - 1]}

  # “--page=ice” is three words to bash.
  if [[ $word == = ]]; then
    word=
  elif [[ $option == = ]]; then
    option=${COMP_WORDS[COMP_CWORD - 2]}
  fi

  COMPREPLY=()
  case $option in
    --page)
      mapfile -t COMPREPLY < <(compgen -W 'recover check ice evening journal' -- "$word")
      return ;;
    --finish-workout)
      if [[ $word != -* ]]; then
        mapfile -t COMPREPLY < <(compgen -S , -W 'run walk ride swim strength ball other' -- "$word")
        compopt -o nospace 2>/dev/null
        return
      fi ;;
    --start-ice)
      if [[ $word != -* ]]; then
        mapfile -t COMPREPLY < <(compgen -W '10,3 10,5 15,3 15,5' -- "$word")
        return
      fi ;;
    --export)
      compopt -o filenames 2>/dev/null
      mapfile -t COMPREPLY < <(compgen -f -- "$word")
      return ;;
    --status)
      mapfile -t COMPREPLY < <(compgen -W '--json' -- "$word")
      return ;;
  esac
  mapfile -t COMPREPLY < <(compgen -W '--page --finish-workout --start-ice --wind-down --status
    --json --export --version --help' -- "$word")
}

complete -F _cooldown cooldown
