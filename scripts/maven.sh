# Sets MVN: the machine's Maven, else the wrapper. Says in words what is missing.
if ! command -v java >/dev/null 2>&1; then
  echo "danmu: no Java found. Install a JDK, 17 or later, and put 'java' on the PATH." >&2
  exit 1
fi
if command -v mvn >/dev/null 2>&1; then
  MVN=mvn
else
  MVN="$PWD/mvnw"
fi
