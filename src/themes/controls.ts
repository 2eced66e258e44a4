import {controlReactions} from './control-reactions.ts';
import {restingControls} from './resting-controls.ts';

/** Buttons as the inbox has them: a word in the accent, an icon, a filled one; and the focus ring of everything. */
export const controls = restingControls + controlReactions;
