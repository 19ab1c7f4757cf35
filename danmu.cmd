@echo off
rem Runs the program; builds it first where that was not done.
setlocal
set "JAR=%~dp0hub\target\quick\danmu.jar"
if not exist "%JAR%" (
  echo danmu: building ^(once; needs about a minute^) ... 1>&2
  pushd "%~dp0"
  where mvn >nul 2>nul && (call mvn -q -B -ntp -Dquick -Dmaven.test.skip=true -pl hub -am package) || (call mvnw.cmd -q -B -ntp -Dquick -DskipTests -pl hub -am package)
  popd
)
if not exist "%JAR%" exit /b 1
java %DANMU_JAVA_OPTS% -Djdk.console=java.base -jar "%JAR%" %*
exit /b %ERRORLEVEL%
