/** A box in the viewport, pixels. */
export interface Box {
  left: number;
  top: number;
  width: number;
  height: number;
}

export interface Beside {
  left: number;
  /** One of the two is set: the panel grows away from the anchor. */
  top?: number;
  bottom?: number;
  maxHeight: number;
  /** Where the anchor's middle is within the panel's width: pixels from its left. */
  origin: number;
}

/** Pixels between anchor and panel, and between panel and the viewport's edges. */
const GAP = 8;
/** Below this the other side of the anchor is taken, if it has more room. */
const COMFORTABLE_HEIGHT = 420;

/**
 * Where a panel goes that hangs from an anchor: under it, with their ends in line; over it where there is more room; and
 * shifted sideways so far that it stays in the viewport.
 */
export function placeBeside(
  anchor: Box,
  width: number,
  viewport: {width: number; height: number},
  direction: 'ltr' | 'rtl',
): Beside {
  const isInStartHalf = anchor.left + anchor.width / 2 < viewport.width / 2 === (direction === 'ltr');
  // Ends in line in the half where the reading direction ends, starts in line in the other: always inwards.
  const alignsRight = isInStartHalf === (direction === 'rtl');
  const wanted = alignsRight ? anchor.left + anchor.width - width : anchor.left;
  const left = Math.max(GAP, Math.min(wanted, viewport.width - width - GAP));
  const below = viewport.height - (anchor.top + anchor.height) - 2 * GAP;
  const above = anchor.top - 2 * GAP;
  const origin = Math.max(0, Math.min(width, anchor.left + anchor.width / 2 - left));
  return below >= COMFORTABLE_HEIGHT || below >= above
    ? {left, origin, top: Math.max(GAP, anchor.top + anchor.height + GAP), maxHeight: below}
    : {left, origin, bottom: Math.max(GAP, viewport.height - anchor.top + GAP), maxHeight: above};
}
