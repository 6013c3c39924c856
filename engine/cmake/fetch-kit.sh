#!/usr/bin/env bash
# Fetches the V8 kit: V8 with its inspector, and the few libraries the engine links, unpacked from
# Debian packages into a folder of the build. Needs no root and leaves the host's packages alone.
#
#   fetch-kit.sh FOLDER
#
# VMSCOPE_V8_SUITE       the Debian suite to take V8 from (default: forky, which has V8 13.6)
# VMSCOPE_DEBIAN_MIRROR  the mirror (default: the one this machine's own apt uses)
set -euo pipefail

say() { printf 'kit: %s\n' "$*"; }
fail() { printf 'kit: %s\n' "$*" >&2; exit 1; }

[ $# -eq 1 ] || fail "usage: fetch-kit.sh FOLDER"
kit=$(realpath -m "$1")
suite=${VMSCOPE_V8_SUITE:-forky}
arch=$(dpkg --print-architecture)
keyring=/usr/share/keyrings/debian-archive-keyring.gpg
wanted=(libnode-dev nodejs libuv1-dev libada-url-dev libllhttp-dev libwebsocketpp-dev libasio-dev)
# Needed by the suite's own Node, which the differential tests and the bench run. Its launcher reads
# three of its built-in scripts from these packages.
node_scripts=(node-undici node-acorn)
# In the closure, but used by nothing of ours at run time.
unneeded='^(node-.*|gcc-[0-9]+-base|libc-gconv-modules-extra|openssl-provider-legacy|libssl-dev|libc6-dev|.*-doc)$'

[ -f "$kit/kit.txt" ] && { say "present in $kit"; exit 0; }
[ -r "$keyring" ] || fail "$keyring is missing; install the package debian-archive-keyring"

mirror() {
  if [ -n "${VMSCOPE_DEBIAN_MIRROR:-}" ]; then
    printf '%s\n' "$VMSCOPE_DEBIAN_MIRROR"
    return
  fi
  # shellcheck disable=SC2016  # the fields are apt's, not the shell's
  apt-get indextargets --format '$(REPO_URI) $(RELEASE) $(COMPONENT) $(ORIGIN)' 2>/dev/null |
    awk '$3 == "main" && $2 !~ /-/ && ($4 == "Debian" || $1 ~ /\/debian\/?$/) { print $1; exit }'
}
uri=$(mirror)
[ -n "$uri" ] || fail "no Debian mirror found in this machine's apt sources; set VMSCOPE_DEBIAN_MIRROR to one"

work=$(mktemp -d "${TMPDIR:-/tmp}/vmscope-kit.XXXXXX")
trap 'rm -rf "$work"' EXIT
mkdir -p "$work"/{state/lists/partial,cache/archives/partial,debs,root}
: >"$work/status"
: >"$work/apt.conf"
printf 'deb [signed-by=%s] %s %s main\n' "$keyring" "$uri" "$suite" >"$work/sources.list"
apt_options=(
  -o "Dir::State=$work/state" -o "Dir::State::status=$work/status" -o "Dir::Cache=$work/cache"
  -o "Dir::Etc::sourcelist=$work/sources.list" -o Dir::Etc::sourceparts=- -o Dir::Etc::preferencesparts=-
  -o Acquire::Check-Valid-Until=false -o Acquire::Languages=none -o Acquire::Retries=3
  -o "APT::Architecture=$arch" -o APT::Architectures::= -o APT::Sandbox::User=root
)

say "reading the package lists of $suite"
apt-get "${apt_options[@]}" update >"$work/log" 2>&1 || { cat "$work/log" >&2; fail "apt could not read $suite (see above)"; }

mapfile -t closure < <(
  apt-get "${apt_options[@]}" install -s --no-install-recommends "${wanted[@]}" 2>"$work/log" |
    awk '$1 == "Inst" { print $2 }' | sed 's/:.*//' | grep -Ev "$unneeded"
)
[ ${#closure[@]} -gt 0 ] || { cat "$work/log" >&2; fail "$suite does not offer ${wanted[*]}"; }

say "downloading ${#closure[@]} packages"
(cd "$work/debs" && apt-get "${apt_options[@]}" download "${closure[@]}" "${node_scripts[@]}" >"$work/log" 2>&1) ||
  { cat "$work/log" >&2; fail "the download failed (see above)"; }
for package in "$work"/debs/*.deb; do
  dpkg-deb -x "$package" "$work/root"
done

# Only what is built against, linked or run stays.
find "$work/root/usr/lib" -name '*.a' ! -name 'libllhttp.a' -delete
rm -rf "$work"/root/usr/share/{doc,man,lintian,bash-completion,locale} "$work"/root/{etc,usr/sbin,usr/libexec} \
  "$work"/root/usr/lib/*/gconv
(cd "$work/debs" && printf '%s\n' *.deb) >"$work/root/kit.txt"

mkdir -p "$(dirname "$kit")"
rm -rf "$kit"
mv "$work/root" "$kit"
say "ready: $kit ($(du -sh "$kit" | cut -f1))"
