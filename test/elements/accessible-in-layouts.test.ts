import {describeStates} from './accessible-states.ts';

describeStates('right to left', {theme: 'light', language: 'ar', isOnlySeen: true});
describeStates('at 320 pixels', {theme: 'light', language: 'de', width: 320});
