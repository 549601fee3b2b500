@echo off
rem `policybook starters` wrote this file. Double-click it to open Policybook's menu.
rem A Word file that is dropped on it is imported first.
setlocal
title Policybook
set "FOLDER=%~dp0."
set "RUN=policybook"
where policybook >nul 2>nul
if not errorlevel 1 goto start
if not exist "%~dp0build.py" goto missing
where uv >nul 2>nul
if errorlevel 1 goto missing
set RUN=uv run --project "%FOLDER%" "%~dp0build.py"
:start
if not "%~1"=="" %RUN% import %* --project "%FOLDER%"
%RUN% menu --project "%FOLDER%"
goto end
:missing
echo Policybook is not installed on this computer. Whoever set up this folder can help:
echo its README.md says how to install it.
:end
pause
