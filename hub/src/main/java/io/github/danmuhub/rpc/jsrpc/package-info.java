/**
 * What JsRpc's pages and callers speak (jxhczhl/JsRpc, read at 6cb5e11), so that they work as they
 * are:
 *
 * <pre>
 * page  ws /ws?group=G&amp;clientId=I[&amp;token=T]
 *   ◀ {"registerId":I}
 *   ▶ {"action":"_registerActions","message_id":"","response_data":"[\"a\"]"}
 *   ◀ {"action":A,"message_id":M,"param":TEXT}
 *   ▶ {"action":A,"message_id":M,"response_data":TEXT}     absent: undefined; a number stays one
 * caller  /go?group&amp;action[&amp;param][&amp;clientId][&amp;fuzzy]         GET, POST of a form or JSON
 *   ◀ 200 {"status":200,"group":G,"clientId":I,"data":TEXT}   errors of the page and of time too
 *         /execjs?group&amp;code   /page/cookie   /page/html       403 unless rpc.eval
 *         /list   /details   DELETE /kick?group&amp;clientId
 * </pre>
 */
@NullMarked
package io.github.danmuhub.rpc.jsrpc;

import org.jspecify.annotations.NullMarked;
