import {bodyLimit} from 'hono/body-limit';
import {ProblemError} from '../problem.ts';

/** Refuses a body of more bytes: by its announced length at once, else as soon as more have come. */
export function limitBody(maxSize: number) {
  return bodyLimit({
    maxSize,
    onError() {
      throw new ProblemError('too-large', `The body may have ${maxSize} bytes`);
    },
  });
}
