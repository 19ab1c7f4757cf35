@echo off
rem Runs the program. Among its sources it is built first where that was not done.
setlocal
chcp 65001 >nul
where java >nul 2>nul || goto nojava
rem The libraries for Parquet outweigh the program: they have a jar of their own.
set "NAME=danmu"
set "MODULE=hub"
if /i "%~1"=="export" for %%A in (%*) do if /i "%%~A"=="parquet" set "NAME=danmu-parquet"& set "MODULE=parquet"
if /i "%~1"=="rooms" set "NAME=danmu-kafka"& set "MODULE=kafka"
if /i "%~1"=="serve" call :config %*
set "JAR=%~dp0lib\%NAME%.jar"
if not exist "%JAR%" set "JAR=%~dp0%MODULE%\target\quick\%NAME%.jar"
if not exist "%JAR%" if not exist "%~dp0pom.xml" set "JAR=%~dp0lib\danmu.jar"
if not exist "%JAR%" call :build
if not exist "%JAR%" exit /b 1
rem Over before an optimising compiler and a large heap pay for themselves.
if not defined DANMU_JAVA_OPTS for %%C in (export stats inspect help) do (
  if "%~1"=="%%C" set "DANMU_JAVA_OPTS=-XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xmn24m"
)
rem Started by a double click: show what it does, and stay open at the end.
set "COMMAND=%*"
set "CLICKED="
if "%~1"=="" echo %CMDCMDLINE% | find /i "%~nx0" >nul && set "CLICKED=1"
if defined CLICKED set "COMMAND=demo"
rem Out of memory is the end, told in one line, with code 3: a program that goes on half is worse.
java %DANMU_JAVA_OPTS% -XX:+ExitOnOutOfMemoryError -XX:+DisplayVMOutputToStderr -Djdk.console=java.base -jar "%JAR%" %COMMAND%
set "CODE=%ERRORLEVEL%"
if defined CLICKED pause
exit /b %CODE%

rem A hub whose file has a key kafka: at its left edge.
:config
if "%~1"=="" exit /b 0
if /i "%~1"=="--config" if exist "%~2" findstr /b /c:"kafka:" "%~2" >nul && set "NAME=danmu-kafka"&& set "MODULE=kafka"
shift
goto config

:nojava
echo danmu: no Java found. Install one, 17 or later, from https://adoptium.net and start again. 1>&2
echo danmu: 没有找到 Java。请从 https://adoptium.net 安装 Java 17 或更高版本，然后重新运行。 1>&2
pause
exit /b 1

:build
echo danmu: building ^(once; needs about a minute^) ... 1>&2
pushd "%~dp0"
set "MVN=mvnw.cmd"
where mvn >nul 2>nul && set "MVN=mvn"
call %MVN% -q -B -ntp -Dquick -Dmaven.test.skip=true -pl %MODULE% -am package
popd
exit /b %ERRORLEVEL%
