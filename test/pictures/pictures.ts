import type {Scene} from './gallery.ts';

export interface Picture extends Scene {
  width?: number;
  height?: number;
}

const PHONE = {width: 320, height: 568};

/** Few, and each for what no other one shows. */
export const PICTURES: Readonly<Record<string, Picture>> = {
  list: {state: 'list'},
  'list-dark': {state: 'list', theme: 'dark'},
  'list-rtl': {state: 'list', isRtl: true},
  'list-phone': {state: 'list', ...PHONE},
  'list-drawer': {state: 'list', layout: 'drawer'},
  'list-page': {state: 'list', layout: 'page', width: 900},
  loading: {state: 'loading'},
  empty: {state: 'empty'},
  'empty-dark': {state: 'empty', theme: 'dark'},
  failed: {state: 'failed'},
  offline: {state: 'offline'},
  search: {state: 'search'},
  selection: {state: 'selection'},
  'selection-phone-dark': {state: 'selection', theme: 'dark', ...PHONE},
  menu: {state: 'menu'},
  'menu-rtl-dark': {state: 'menu', isRtl: true, theme: 'dark'},
  snooze: {state: 'snooze'},
  undo: {state: 'undo'},
  help: {state: 'help'},
  toasts: {state: 'toasts'},
  'toasts-dark': {state: 'toasts', theme: 'dark'},
};
