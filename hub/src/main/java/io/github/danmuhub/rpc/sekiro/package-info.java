/**
 * What sekiro's pages and callers speak (yint-tech/sekiro-open at 9422f00, samples at be7b90c), so
 * that they work as they are. Its binary protocol for native clients is not here.
 *
 * <pre>
 * page  ws /business/register?group=G&amp;clientId=I[&amp;token=T]      also /register, /business-demo/register
 *   ◀ the invoke's parameters, flat, with "__sekiro_seq__":7
 *   ▶ {…the value's fields, or "data":…, "status":0,"__sekiro_seq__":7}
 *   ▶ {"message":WHY,"status":-1,"__sekiro_seq__":7}
 * caller  /business/invoke?group&amp;action[&amp;bindClient][&amp;invoke_timeout]…   GET, POST of a form or JSON
 *   ◀ 200, what the page said without its number, with "clientId":I
 *   ◀ 200 {"status":-1,"message":WHY,"ok":false,"seq":7}
 *         /business/groupList   /business/clientQueue?group             also /business-demo/…
 * </pre>
 */
@NullMarked
package io.github.danmuhub.rpc.sekiro;

import org.jspecify.annotations.NullMarked;
