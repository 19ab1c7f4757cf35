// What the hub says, as types for who reads and for tsc; nothing runs here. The whole of it:
// docs/events.md, /openapi.json.

/** @typedef {{milli: number, currency: string}} Value */

/** @typedef {{name: string, level: number, room?: string}} Badge */

/**
 * @typedef {{id?: string, name?: string, avatar?: string, badge?: Badge, roles?: string[],
 *   level?: number}} User
 */

/**
 * @typedef {{last_frame_ms?: number, round_trip_ms?: number, frames: number, events: number,
 *   unknown: number, malformed: number, dropped: number, reconnects: number, copies?: number}} Health
 */

/**
 * An event, or a gap that the hub tells of (then without a room).
 *
 * @typedef {{v: 1, type: string, seq?: number, platform?: string, room?: string, id?: string,
 *   time?: string, received?: string, history?: boolean, user?: User, text?: string,
 *   color?: string, mode?: string, emotes?: {key: string, url: string}[], image?: string,
 *   repeated?: number, gift?: {id: string, name: string}, count?: number,
 *   combo?: {id: string, total: number, final: boolean}, value?: Value, worth?: Value,
 *   seconds?: number, colors?: {head: string, body: string}, ids?: string[], tier?: string, name?: string, months?: number,
 *   days?: number, kind?: string, effect?: string, total?: number, online?: number,
 *   watched?: number, likes?: number, popularity?: number, state?: string, title?: string,
 *   sides?: {room?: string, name?: string, score: number}[], ends?: string, phase?: string,
 *   winners?: User[], action?: string, target?: User, detail?: string, code?: number,
 *   attempt?: number, next_in_ms?: number, health?: Health, from?: string, to?: string,
 *   why?: string, cmd?: string, missed?: number, reply_to?: User, since?: string, size?: number,
 *   taken?: boolean, list?: {user: User, score: number, rank: number}[]}} LiveEvent
 */

/**
 * @typedef {{key: string, platform: string, room: string, state: string, title?: string,
 *   health: Health}} RoomStatus
 */

export {};
