# SPDX-License-Identifier: GPL-3.0-or-later
# Read by flatpak/run and by the tests: builds the Flatpak, and finds or makes its runtime.
# They set $top, the root of the repository, and read src/setup.sh before.

manifest=$top/flatpak/io.github.dateline.Dateline.yml
app=$(sed -n 's/^id: //p' "$manifest")
runtime_version=$(sed -n "s/^runtime-version: '\(.*\)'/\1/p" "$manifest")
flathub=https://dl.flathub.org/repo/flathub.flatpakrepo

# elfutils: flatpak-builder calls eu-strip.
flatpak_commands='flatpak flatpak-builder eu-strip'
apt_flatpak='flatpak flatpak-builder elfutils ca-certificates'
dnf_flatpak='flatpak flatpak-builder elfutils'
pacman_flatpak='flatpak flatpak-builder elfutils'
zypper_flatpak='flatpak flatpak-builder elfutils'

stand_in_commands='mmdebstrap ostree'
apt_stand_in='mmdebstrap ostree debian-archive-keyring'

# stand_in: prints the folder of the stand-in for the runtime, made or not.  It is kept between
# builds, and another recipe is another folder.  DATELINE_STAND_IN names it where HOME is not the
# reader's own.
stand_in () {
  if [ -n "${DATELINE_STAND_IN-}" ]; then
    printf '%s\n' "$DATELINE_STAND_IN"
    return
  fi
  recipe=$(cd "$top/flatpak" && cat stand-in/* "$manifest" | sha256sum | cut -c 1-12)
  printf '%s\n' "${XDG_CACHE_HOME:-$HOME/.cache}/dateline/stand-in-$recipe"
}

# make_stand_in: makes it unless it is there.
make_stand_in () {
  place=$(stand_in)
  [ ! -d "$place" ] || return 0
  command -v apt-get >/dev/null 2>&1 || {
    say "The stand-in for the runtime is made of Debian's packages, and there is no apt here."
    return 1
  }
  if [ "$(id -u)" -ne 0 ] && ! command -v sudo >/dev/null 2>&1; then
    say "Making the stand-in for the runtime needs root, and there is no sudo. As root:"
    say "  apt-get install $apt_flatpak $apt_stand_in"
    say "  sh $top/flatpak/stand-in/make $place"
    return 1
  fi
  # shellcheck disable=SC2086
  have_commands $stand_in_commands || install "$apt_stand_in" '' '' ''
  mkdir -p "$(dirname "$place")"
  as_root sh "$top/flatpak/stand-in/make" "$place"
  as_root chown -R "$(id -u):$(id -g)" "$place"
}

# add_stand_in: makes the stand-in a remote of the user's installation.
add_stand_in () {
  flatpak --user remote-add --if-not-exists --no-gpg-verify --no-enumerate \
    --title='Stand-in for GNOME, from Debian' dateline-stand-in "file://$(stand_in)"
  flatpak --user remote-modify --url="file://$(stand_in)" dateline-stand-in
}

# install_runtime REMOTE [OPTION…]: the runtime and what builds against it.
install_runtime () {
  remote=$1
  shift
  flatpak --user install -y --noninteractive "$@" "$remote" \
    "org.gnome.Platform//$runtime_version" "org.gnome.Sdk//$runtime_version" >&2
}

# is_stand_in: whether what is installed to build with is the stand-in.
is_stand_in () {
  [ "$(flatpak --user info --show-origin "org.gnome.Sdk//$runtime_version" 2>/dev/null)" = \
    dateline-stand-in ]
}

# manifest_for_stand_in: prints the manifest without the module of poppler, whose sources cannot
# be reached where Flathub cannot; the stand-in has poppler from Debian's packages.
manifest_for_stand_in () {
  path=$(printf '%s\n' "$top" | sed "s/'/''/g; s/[\\&|]/\\\\&/g")
  sed "/^  - poppler\.yml\$/d; s|path: \.\.\$|path: '$path'|" "$manifest"
}

# build_flatpak PLACE REPOSITORY: builds what the checkout holds and commits it to the OSTree
# repository, made if need be.  PLACE keeps what is in between.
build_flatpak () {
  fuse=
  [ -w /dev/fuse ] || fuse=--disable-rofiles-fuse
  mkdir -p "$1"
  build_manifest=$manifest
  if is_stand_in; then
    build_manifest=$1/stand-in.yml
    manifest_for_stand_in >"$build_manifest"
  fi
  # shellcheck disable=SC2086
  flatpak-builder --user --force-clean --delete-build-dirs $fuse --state-dir="$1/state" \
    --repo="$2" "$1/build" "$build_manifest" >&2
}
