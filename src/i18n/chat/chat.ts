import {onDemand} from '../on-demand.ts';
import {CHAT_LOCALES} from './locales.ts';

/** The chat's words. */
export const {load: loadChatTerms, loaded: loadedChatTerms} = onDemand(CHAT_LOCALES);
