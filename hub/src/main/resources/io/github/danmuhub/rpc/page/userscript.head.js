// ==UserScript==
// @name     Danmu Hub: functions of a page
// @match    https://live.example/*
// @run-at   document-idle
// @grant    none
// ==/UserScript==
// Write the page's address into @match, name a group, and hand in what programs may call.
