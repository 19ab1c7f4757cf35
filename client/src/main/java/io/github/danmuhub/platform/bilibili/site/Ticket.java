package io.github.danmuhub.platform.bilibili.site;

/**
 * What a token opens.
 *
 * @param room the long id
 * @param uid of the account that asked; 0 for an anonymous visitor
 */
record Ticket(long room, long uid) {}
