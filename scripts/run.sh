# Sourced by the launchers, which set `jar`: runs the program with "$@".
#
# Java starts in half the time with a class archive: what it found in the jar at an earlier start,
# ready to be mapped. The first start has one made in the background, by a process of its own that
# practises; until then, and wherever it cannot be made or read, Java starts without.

# Java takes the encoding of file names from the locale alone: one that knows ASCII only (containers,
# cron, systemd, or an ssh that brings a locale which is not installed) would cost every other name.
case "$(locale charmap 2>/dev/null || true)" in
  "" | ASCII | US-ASCII | ANSI_X3.4-1968 | 646)
    # Java would not see the language of a locale that is not installed.
    case "${LC_ALL:-${LC_MESSAGES:-${LANG:-}}}" in
      zh*) export DANMU_LANG="${DANMU_LANG:-zh}" ;;
    esac
    utf8="$(locale -a 2>/dev/null | grep -iE '^(C|en_US)\.utf-?8$' | sort | head -n 1 || true)"
    { export LC_ALL="${utf8:-C.UTF-8}"; } 2>/dev/null
    ;;
esac

java="$(command -v java || true)"
if [ -z "$java" ]; then
  echo "danmu: no Java found. Install one, 17 or later, and put 'java' on the PATH." >&2
  exit 1
fi

# Out of memory is the end, told in one line, with code 3: a program that goes on half is worse.
always=(-XX:+ExitOnOutOfMemoryError -XX:+DisplayVMOutputToStderr -Djdk.console=java.base)

# Who made this Java and which build it is, as its own `release` file says; empty where it has none.
vendor="" version=""
java_home="$(readlink -f "$java" 2>/dev/null || true)"
java_home="${java_home%/bin/java}"
if [ -r "$java_home/release" ]; then
  while IFS='=' read -r key value; do
    case "$key" in
      IMPLEMENTOR) vendor="${value//[!A-Za-z0-9]/}" ;;
      JAVA_RUNTIME_VERSION) version="${value//[!A-Za-z0-9.+]/}" ;;
    esac
  done < "$java_home/release"
fi

# From 24 on Netty goes without Unsafe unless it is allowed to, links to the C library instead, and
# is up a tenth of a second later.
major="${version%%[!0-9]*}"
[ "${major:-0}" -lt 24 ] || always+=(--sun-misc-unsafe-memory-access=allow)

# The jar's size and the second of its last change: GNU's stat, else BSD's.
jar_stamp() { stat -c %s-%Y "$jar" 2>/dev/null || stat -f %z-%m "$jar" 2>/dev/null || true; }

# A name that no other Java and no other jar has: an archive of theirs is never opened.
archive_name() {
  local stamp
  stamp="$(jar_stamp)"
  [ -z "$version" ] || [ -z "$stamp" ] || echo "${jar%.jar}-$vendor-$version-$stamp.classes"
}

# Written under another name, tried, and renamed when whole: a cut archive kills the JVM that maps
# it. The folder is the lock; where none can be made (read-only, or another is at it), nothing is.
make_archive() {
  local work="$archive.making"
  [ ! -d "$work" ] || [ -z "$(find "$work" -maxdepth 0 -mmin +10)" ] || rm -rf "$work"
  mkdir "$work" 2>/dev/null || return 0
  # shellcheck disable=SC2064 # its name now: at the exit it is not known any more
  trap "rm -rf '$work'" EXIT
  nice -n 19 "$java" "${always[@]}" -XX:ArchiveClassesAtExit="$work/classes" -Xlog:disable \
    -jar "$jar" practise || return 0
  "$java" -Xlog:disable -Xshare:on -XX:SharedArchiveFile="$work/classes" -jar "$jar" --version ||
    return 0
  rm -rf "${jar%.jar}"-*.classes
  mv "$work/classes" "$archive"
}

run() {
  local jvm="" archive shared=(-Xshare:auto)
  case "${1:-}" in
    # Over before an optimising compiler and a large heap pay for themselves.
    export | stats | inspect | help | -*) jvm="-XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xmn24m" ;;
  esac
  [ "${DANMU_CLASS_ARCHIVE:-on}" = off ] && archive="" || archive="$(archive_name)"
  if [ -r "$archive" ]; then
    # Java reports an archive that it does not take on stdout; it does without one in silence.
    shared=(-XX:SharedArchiveFile="$archive" -Xshare:auto -Xlog:disable)
  elif [ -n "$archive" ]; then
    (trap '' HUP INT; make_archive) </dev/null >/dev/null 2>&1 &
  fi
  exec "$java" ${DANMU_JAVA_OPTS-$jvm} "${always[@]}" "${shared[@]}" -jar "$jar" "$@"
}
