@echo off
rem Runs the program; builds it first where that was not done.
setlocal
where java >nul 2>nul || (echo danmu: no Java found. Install a JDK, 17 or later, and put 'java' on the PATH. 1>&2 & exit /b 1)
set "JAR=%~dp0hub\target\quick\danmu.jar"
if not exist "%JAR%" (
  echo danmu: building ^(once; needs about a minute^) ... 1>&2
  pushd "%~dp0"
  set "MVN=mvnw.cmd"
  where mvn >nul 2>nul && set "MVN=mvn"
  call :build
  popd
)
if not exist "%JAR%" exit /b 1
rem Over before an optimising compiler and a large heap pay for themselves.
if not defined DANMU_JAVA_OPTS for %%C in (export stats inspect help) do (
  if "%~1"=="%%C" set "DANMU_JAVA_OPTS=-XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xmn24m"
)
rem Out of memory is the end, told in one line, with code 3: a program that goes on half is worse.
java %DANMU_JAVA_OPTS% -XX:+ExitOnOutOfMemoryError -XX:+DisplayVMOutputToStderr -Djdk.console=java.base -jar "%JAR%" %*
exit /b %ERRORLEVEL%

:build
call %MVN% -q -B -ntp -Dquick -Dmaven.test.skip=true -pl hub -am package
exit /b %ERRORLEVEL%
