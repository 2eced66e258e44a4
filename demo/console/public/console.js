/* global document */
import {startComposer} from './composer.js';
import {startPreview} from './preview-pane.js';
import {startSent} from './sent.js';

const form = document.querySelector('#message');
const refreshSent = startSent(document.querySelector('#sent'));
startPreview(form);
startComposer(form, refreshSent);
