/** Journeys on a platform that speaks the whole contract: news arrive by the stream. */
import {useWorld} from './harness.ts';
import {defineMainJourneys} from './main-journeys.ts';

const journey = useWorld();
defineMainJourneys(journey);
