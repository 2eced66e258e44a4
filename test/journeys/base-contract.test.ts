/** Journeys on a platform that speaks only the base contract: news are asked for. */
import {useWorld} from './harness.ts';
import {defineMainJourneys} from './main-journeys.ts';

const journey = useWorld({isBaseOnly: true, configuration: {pollInterval: 5}});
defineMainJourneys(journey);
