import {describeStates} from './accessible-states.ts';

describeStates('in light', {theme: 'light'});
describeStates('in dark', {theme: 'dark', isOnlySeen: true});
describeStates('in forced colours', {theme: 'light', isForced: true, isOnlySeen: true});
