# SPDX-License-Identifier: GPL-3.0-or-later
# Read by src/run and tests/run: finds what is missing on this machine, installs it where the
# system has apt, and builds.  Both set $top, the root of the repository, before.
# All remarks go to standard error; standard output belongs to what was asked for.

# What a build needs, asked of the tools themselves and not of a package manager: a machine
# that has everything, from wherever, needs no installing.
build_modules='gtk4 >= 4.8.3 libadwaita-1 >= 1.2.2 libxml-2.0 icu-uc icu-i18n json-glib-1.0 gio-unix-2.0'
# One more, without which PDF documents are not read.
pdf_module='poppler-glib >= 22.12'
# And one without which nothing is read aloud.
speech_module='speech-dispatcher >= 0.11'
build_commands='cc meson ninja pkg-config msgfmt xgettext glib-compile-resources glib-compile-schemas'

apt_build='gcc libc6-dev meson ninja-build pkg-config gettext
  libgtk-4-dev libadwaita-1-dev libxml2-dev libicu-dev libjson-glib-dev libpoppler-glib-dev
  libspeechd-dev'
dnf_build='gcc meson ninja-build pkgconf-pkg-config gettext
  gtk4-devel libadwaita-devel libxml2-devel libicu-devel json-glib-devel poppler-glib-devel
  speech-dispatcher-devel'
pacman_build='gcc meson ninja pkgconf gettext gtk4 libadwaita libxml2 icu json-glib poppler-glib
  speech-dispatcher'
zypper_build='gcc meson ninja pkgconf gettext-tools
  gtk4-devel libadwaita-devel libxml2-devel libicu-devel json-glib-devel libpoppler-glib-devel
  libspeechd-devel'

# What a virtual display needs, and a font to be seen on it.
display_commands='Xvfb dbus-run-session'
apt_display='xvfb dbus fonts-dejavu-core'
dnf_display='xorg-x11-server-Xvfb dbus-daemon dejavu-sans-fonts'
pacman_display='xorg-server-xvfb dbus ttf-dejavu'
zypper_display='xorg-x11-server-Xvfb dbus-1-daemon dejavu-fonts'

say () {
  printf '%s\n' "$*" >&2
}

have_commands () {
  for command in "$@"; do
    command -v "$command" >/dev/null 2>&1 || return 1
  done
}

can_build () {
  # shellcheck disable=SC2086
  have_commands $build_commands && pkg-config --exists "$build_modules"
}

can_read_pdf () {
  pkg-config --exists "$pdf_module"
}

can_speak () {
  pkg-config --exists "$speech_module"
}

can_display () {
  # shellcheck disable=SC2086
  have_commands $display_commands
}

as_root () {
  if [ "$(id -u)" -eq 0 ]; then
    "$@"
  else
    sudo "$@"
  fi
}

apt_install () {
  as_root env DEBIAN_FRONTEND=noninteractive \
    apt-get install -y -q --no-install-recommends "$@" >&2
}

# install APT DNF PACMAN ZYPPER: the four lists of packages for what is missing.  Where there is
# no apt, or no way to become root, the reader gets the command to type.
install () {
  if command -v apt-get >/dev/null 2>&1; then
    if [ "$(id -u)" -ne 0 ] && ! command -v sudo >/dev/null 2>&1; then
      say "Some packages are missing, and there is no sudo. As root:"
      # shellcheck disable=SC2086
      say "  apt-get install" $1
      return 1
    fi
    say "Installing what is missing…"
    # shellcheck disable=SC2086
    { [ -n "$(ls /var/lib/apt/lists/*_Packages* 2>/dev/null)" ] && apt_install $1; } || {
      as_root apt-get update -q >&2 && apt_install $1
    }
    return
  fi
  say "Some packages are missing. Install them, then run this again:"
  # shellcheck disable=SC2086
  {
    say "  Fedora:    sudo dnf install" $2
    say "  Arch:      sudo pacman -S --needed" $3
    say "  openSUSE:  sudo zypper install" $4
    say "  Debian:    sudo apt-get install" $1
  }
  return 1
}

# build FOLDER [OPTION…]: configures FOLDER once with the options, then brings it up to date.
# Nothing is installed: the programs find their data and translations in the build folder.
build () {
  folder=$1
  shift
  [ -f "$folder/build.ninja" ] ||
    meson setup "$@" "$folder" "$top" >&2
  if [ -t 2 ]; then
    ninja -C "$folder" >&2
  else
    ninja --quiet -C "$folder" >&2
  fi
}
