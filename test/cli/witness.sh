#!/bin/sh
# Stands in for the tools of a Mac: writes down what everybody could see of it, and keeps what `security` is given.
{ tr '\0' '\n' <"/proc/$$/cmdline"; tr '\0' '\n' <"/proc/$$/environ"; echo; } >>"${0%/*}/seen"
case "$1 $2" in
'/usr/bin/security -i')
  read -r _ _ _ place _ _ _ secret
  printf '%s' "$secret" >"${0%/*}/item-$place"
  ;;
'/usr/bin/security find-generic-password') cat "${0%/*}/item-$4" 2>/dev/null || exit 44 ;;
'/usr/bin/security delete-generic-password') rm "${0%/*}/item-$4" 2>/dev/null || exit 44 ;;
*) exit 1 ;;
esac
