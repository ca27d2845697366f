@echo off
rem SPDX-License-Identifier: Apache-2.0
rem
rem   JAVA_HOME         the Java to use, 17 or newer; otherwise the java in PATH
rem   ASSAY_JAVA_OPTS   further options for that Java, such as -Xmx512m
rem
rem Exits with 2 where it cannot start: nothing was scanned.
rem No blocks in parentheses and no FOR: folders such as "Program Files (x86)" would end them.
setlocal
set "home=%~dp0.."
set "java=java"
if defined JAVA_HOME set "java=%JAVA_HOME%\bin\java.exe"
"%java%" -version >nul 2>&1
if errorlevel 1 goto missing
"%java%" -version 2>&1 | findstr /r /c:"version .1[7-9]" /c:"version .[2-9][0-9]" >nul
if errorlevel 1 goto old
set "native="
"%java%" -version 2>&1 | findstr /r /c:"version .2[2-9]" /c:"version .[3-9][0-9]" >nul
if not errorlevel 1 set "native=--enable-native-access=ALL-UNNAMED"
"%java%" -Xlog:disable -Xshare:auto %native% %ASSAY_JAVA_OPTS% -cp "%home%\lib\*" dev.assay.cli.Main %*
exit /b %errorlevel%

:missing
echo assay: no Java found: install Java 17 or newer, or set JAVA_HOME to one. 1>&2
exit /b 2

:old
echo assay: "%java%" is too old, Assay needs Java 17 or newer: install one, or set JAVA_HOME to one. 1>&2
exit /b 2
