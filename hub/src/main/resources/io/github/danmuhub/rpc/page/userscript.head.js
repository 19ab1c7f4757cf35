// ==UserScript==
// @name     Danmu Hub: functions of a page
// @match    https://live.example/*
// @run-at   document-idle
// @grant    none
// ==/UserScript==
// Fill in @match and a group, and hand in what programs may call.
