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
java %DANMU_JAVA_OPTS% -Djdk.console=java.base -jar "%JAR%" %*
exit /b %ERRORLEVEL%

:build
call %MVN% -q -B -ntp -Dquick -Dmaven.test.skip=true -pl hub -am package
exit /b %ERRORLEVEL%
