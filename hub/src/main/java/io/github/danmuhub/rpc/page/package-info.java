/**
 * {@code /ws/rpc}: how our own page client speaks. Text is one JSON object a message; bytes travel
 * behind one in a binary message:
 *
 * <pre>
 * page → hub                                           hub → page
 * {"op":"hello","group":G,"id":I,"token":T,            {"v":1,"type":"welcome","group":G,"id":I,
 *  "actions":[A],"page":URL}                            "bytes":N}
 * {"op":"actions","actions":[A]}                       {"v":1,"type":"call","call":7,"action":A,
 * {"op":"result","call":7,"value":V}                    "args":V,"ms":30000}
 * {"op":"part","call":7,"value":V}                     {"v":1,"type":"cancel","call":7}
 * {"op":"failed","call":7,"name":N,"message":M}        {"v":1,"type":"error","code":C,"why":W}
 * {"op":"emit","topic":T,"value":V}                    {"v":1,"type":"pong"}
 * {"op":"ping"}
 *
 * +-----------------+------------------+-------+
 * | u32be, bytes of | the JSON object, | bytes |
 * | the JSON object | without value    |       |
 * +-----------------+------------------+-------+
 * </pre>
 */
@NullMarked
package io.github.danmuhub.rpc.page;

import org.jspecify.annotations.NullMarked;
