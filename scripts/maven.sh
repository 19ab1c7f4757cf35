# Sets MVN: the machine's Maven, else the wrapper. Says in words what is missing.
javac="${JAVA_HOME:+$JAVA_HOME/bin/}javac"
if ! version="$("$javac" -version 2>&1)"; then
  echo "danmu: no Java compiler ($javac). Install a JDK, 17 or later, and put 'java' and 'javac' on the PATH." >&2
  exit 1
fi
version="${version#javac }"
major="${version%%[!0-9]*}"
if [ "${major:-0}" -lt 17 ]; then
  echo "danmu: $javac is of Java $version. Install a JDK, 17 or later, and put it first on the PATH (or into JAVA_HOME)." >&2
  exit 1
fi
if command -v mvn >/dev/null 2>&1; then
  MVN=mvn
else
  MVN="$PWD/mvnw"
  if ! "$MVN" -v >/dev/null; then
    echo "danmu: no Maven: 'mvn' is not on the PATH, and its wrapper could not fetch one (see above)." >&2
    echo "danmu: install Maven, 3.9 or later (apt-get install maven, brew install maven), or connect to the network once." >&2
    exit 1
  fi
fi
