import { api } from './script/api.ts';
import { compose } from './script/compose.ts';
import { dom } from './script/dom.ts';
import { mail } from './script/mail.ts';
import { mailbox } from './script/mailbox.ts';
import { main } from './script/main.ts';
import { people } from './script/people.ts';

/** The browser's modules by file name; served as they are written. */
export const scripts = new Map([
  ['api.js', api],
  ['compose.js', compose],
  ['dom.js', dom],
  ['mail.js', mail],
  ['mailbox.js', mailbox],
  ['main.js', main],
  ['people.js', people],
]);
