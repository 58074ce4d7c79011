import type { NamedAddress } from '../mail/address.ts';
import { behaviourWords } from '../mail/behaviour.ts';
import { icon } from '../page/icon.ts';
import { roomDocument } from '../page/room-document.ts';
import { facebookRoom, mailRoom, salesforceRoom, xRoom } from '../page/rooms.ts';
import { scripts } from '../page/scripts.ts';
import { style } from '../page/style.ts';
import { notFound } from './problem.ts';
import { route, type Route } from './router.ts';

/** The page that lets a person play customer. */
export function pageRoutes(given: { deskAddresses: NamedAddress[]; consoleUrl: string }): Route[] {
  const setting = { ...given, behaviours: Object.entries(behaviourWords).map(([kind, words]) => ({ kind, ...words })) };
  return [
    route('GET', '/', () => asset(roomDocument(mailRoom, given.consoleUrl), 'text/html')),
    route('GET', '/x', () => asset(roomDocument(xRoom, given.consoleUrl), 'text/html')),
    route('GET', '/facebook', () => asset(roomDocument(facebookRoom, given.consoleUrl), 'text/html')),
    route('GET', '/salesforce', () => asset(roomDocument(salesforceRoom, given.consoleUrl), 'text/html')),
    route('GET', '/page/style.css', () => asset(style, 'text/css')),
    route('GET', '/page/icon.svg', () => asset(icon, 'image/svg+xml')),
    route('GET', '/page/setting.json', () => ({ json: setting })),
    route('GET', '/page/:script', ({ param }) => {
      const script = scripts.get(param('script'));
      if (script === undefined) throw notFound('This script');
      return asset(script, 'text/javascript');
    }),
  ];
}

function asset(bytes: string, type: string) {
  return { bytes, headers: { 'Content-Type': `${type}; charset=utf-8` } };
}
