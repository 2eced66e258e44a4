/** Two notes, a fourth apart, as a small bell has them: hertz, and seconds from the start. */
const NOTES = [
  [880, 0],
  [1174.66, 0.11],
] as const;
/** Quiet: it may come while somebody listens to something. */
const LOUDNESS = 0.09;
/** Seconds until a note has died away. */
const DECAY = 0.7;
/** Milliseconds in which a burst is one sound. */
const PAUSE = 3000;

/** What the chime needs of the world. */
export interface ChimeWorld {
  /** Undefined where the browser makes no sound. */
  AudioContext: typeof AudioContext | undefined;
  /** Whether the visitor has used the page: before, browsers let none make a sound, and nobody wants one. */
  isUsed(): boolean;
  elapsed(): number;
}

const pageWorld = (): ChimeWorld => ({
  AudioContext: globalThis.AudioContext,
  isUsed: () => navigator.userActivation?.hasBeenActive ?? false,
  elapsed: () => performance.now(),
});

/** A short chime, made and not fetched. */
export class Chime {
  #world: ChimeWorld;
  #rungAt = -Infinity;

  constructor(world: ChimeWorld = pageWorld()) {
    this.#world = world;
  }

  /** Rings, unless it has just rung or the visitor has not used the page yet. */
  ring(): void {
    const {AudioContext, isUsed, elapsed} = this.#world;
    if (!AudioContext || !isUsed() || elapsed() - this.#rungAt < PAUSE) return;
    this.#rungAt = elapsed();
    // One for each chime: an open one keeps the device's sound awake.
    const context = new AudioContext();
    for (const [frequency, at] of NOTES) {
      const note = new OscillatorNode(context, {frequency});
      const volume = new GainNode(context, {gain: 0});
      const start = context.currentTime + at;
      volume.gain.setValueAtTime(0.0001, start);
      volume.gain.exponentialRampToValueAtTime(LOUDNESS, start + 0.01);
      volume.gain.exponentialRampToValueAtTime(0.0001, start + DECAY);
      note.connect(volume).connect(context.destination);
      note.start(start);
      note.stop(start + DECAY);
      if (at === NOTES[1][1]) note.onended = () => void context.close().catch(() => {});
    }
  }
}
