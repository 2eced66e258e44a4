/** What the page in the frame and its host say to each other. The frame has no origin: windows are compared instead. */
export const FRAME_CHANNEL = 'app-inbox-html-frame';

export interface FrameContent {
  channel: typeof FRAME_CHANNEL;
  type: 'content';
  html: string;
  scheme: 'light' | 'dark';
  color: string;
}
export type FrameMessage =
  | {channel: typeof FRAME_CHANNEL; type: 'ready'}
  | {channel: typeof FRAME_CHANNEL; type: 'height'; height: number};

const MAX_HEIGHT = 2000;

/** A message of the frame's page; undefined for any other: whatever runs in it can post as well. */
export function readFrameMessage(data: unknown): FrameMessage | undefined {
  if (typeof data !== 'object' || data === null) return undefined;
  const {channel, type, height} = data as Record<string, unknown>;
  if (channel !== FRAME_CHANNEL) return undefined;
  if (type === 'ready') return {channel, type};
  if (type !== 'height' || typeof height !== 'number' || !Number.isFinite(height)) return undefined;
  return {channel, type, height: Math.min(MAX_HEIGHT, Math.max(0, Math.ceil(height)))};
}
