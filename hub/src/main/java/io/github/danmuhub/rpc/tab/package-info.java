/**
 * Pages that the hub reaches by the DevTools Protocol, in a browser that it launches or attaches
 * to: no policy of the page's and no permission of the browser's stands between them.
 *
 * <pre>
 * hub ─ Runtime.evaluate ─▶ danmuRpcRun(call, action, args)  ─▶ {value} | {bytes} | {name, message}
 * hub ◀─ Runtime.addBinding ─ danmuRpcTell: {actions} | {call, value} | {topic, value}
 * </pre>
 */
@NullMarked
package io.github.danmuhub.rpc.tab;

import org.jspecify.annotations.NullMarked;
