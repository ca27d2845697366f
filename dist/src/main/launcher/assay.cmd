@echo off
rem SPDX-License-Identifier: Apache-2.0
rem
rem   JAVA_HOME         the Java to use, 17 or newer; otherwise the java in PATH
rem   ASSAY_JAVA_OPTS   further options for that Java, such as -Xmx512m
rem
rem Exits with 2 where it cannot start: nothing was scanned.
setlocal
set "home=%~dp0.."
set "java=java"
if defined JAVA_HOME set "java=%JAVA_HOME%\bin\java.exe"
"%java%" -version >nul 2>&1
if errorlevel 1 (
  echo assay: no Java found: install Java 17 or newer, or set JAVA_HOME to one. 1>&2
  exit /b 2
)
set "version="
for /f "tokens=3" %%v in ('""%java%" -version 2>&1" ^| findstr /i " version "') do if not defined version set "version=%%~v"
for /f "delims=.-+_ tokens=1" %%m in ("%version%") do set "major=%%m"
if %major% LSS 17 (
  echo assay: %java% is Java %version%, and Assay needs 17 or newer: install one, or set JAVA_HOME to one. 1>&2
  exit /b 2
)
set "native="
if %major% GEQ 22 set "native=--enable-native-access=ALL-UNNAMED"
"%java%" -Xlog:disable -Xshare:auto %native% %ASSAY_JAVA_OPTS% -cp "%home%\lib\*" dev.assay.cli.Main %*
exit /b %errorlevel%
