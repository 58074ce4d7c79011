import type { NamedAddress } from '../mail/address.ts';
import { behaviourWords } from '../mail/behaviour.ts';
import { facebookDocument } from '../page/facebook-document.ts';
import { pageDocument } from '../page/document.ts';
import { icon } from '../page/icon.ts';
import { salesforceDocument } from '../page/salesforce-document.ts';
import { scripts } from '../page/scripts.ts';
import { style } from '../page/style.ts';
import { xDocument } from '../page/x-document.ts';
import { notFound } from './problem.ts';
import { route, type Route } from './router.ts';

/** The page that lets a person play customer. */
export function pageRoutes(given: { deskAddresses: NamedAddress[]; consoleUrl: string }): Route[] {
  const setting = { ...given, behaviours: Object.entries(behaviourWords).map(([kind, words]) => ({ kind, ...words })) };
  return [
    route('GET', '/', () => asset(pageDocument(given.consoleUrl), 'text/html')),
    route('GET', '/x', () => asset(xDocument(given.consoleUrl), 'text/html')),
    route('GET', '/facebook', () => asset(facebookDocument(given.consoleUrl), 'text/html')),
    route('GET', '/salesforce', () => asset(salesforceDocument(given.consoleUrl), 'text/html')),
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
