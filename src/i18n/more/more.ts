import {onDemand} from '../on-demand.ts';
import {MORE_LOCALES} from './locales.ts';

/** The further words. Import this module itself on demand. */
export const {load: loadMoreTerms, loaded: loadedMoreTerms} = onDemand(MORE_LOCALES);
