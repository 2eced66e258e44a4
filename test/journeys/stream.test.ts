/** Journeys on a platform that speaks the whole contract: news arrive by the stream. */
import {defineContactJourneys} from './contact-journeys.ts';
import {useWorld} from './harness.ts';
import {defineLoaderJourneys} from './loader-journeys.ts';
import {defineMainJourneys} from './main-journeys.ts';
import {definePageJourneys} from './page-journeys.ts';
import {defineStorageJourneys} from './storage-journeys.ts';

const journey = useWorld();
defineMainJourneys(journey);
defineLoaderJourneys(journey);
definePageJourneys(journey);
defineContactJourneys(journey);
defineStorageJourneys(journey);
