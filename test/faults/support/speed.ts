/** Devices live so much faster than the wall clock: their time-outs, pauses and patience, and the platform's heartbeat. */
export const SPEED = 30;
