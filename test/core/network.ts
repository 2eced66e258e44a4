import {FetchInterceptor} from '@mswjs/interceptors/fetch';
import {defineNetwork, InterceptorSource} from 'msw/experimental';

/** Catches requests in the page itself: no service worker, so that test pages share nothing. */
export const network = defineNetwork({
  sources: [new InterceptorSource({interceptors: [new FetchInterceptor()]})],
  context: {quiet: true},
  onUnhandledFrame: 'error',
});
