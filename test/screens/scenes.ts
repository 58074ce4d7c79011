import { administration } from './admin-scenes.ts';
import {
  activeCompany,
  askingApplication,
  busiestCase,
  caseAt,
  caseWithDelivery,
  caseWithPicture,
  caseWritten,
  loyalCustomer,
  someArticle,
} from './find.ts';
import {
  beOffline,
  chooseThree,
  editFilter,
  hasColleague,
  hasGaps,
  isTold,
  isUnwritten,
  openPicture,
  press,
  write,
} from './doings.ts';
import { firstSync } from './first-sync-scenes.ts';
import { besideCases } from './integration-scenes.ts';
import { onNetworks } from './network-scenes.ts';
import { playing } from './play-scenes.ts';
import { keptInStep } from './salesforce-scenes.ts';
import type { Scene } from './scene.ts';

/** Every screen of the console in the states that people meet. */
export const scenes: readonly Scene[] = [
  { name: 'Sign in', path: '/', isPublic: true },
  { name: 'Sign in in German', path: '/', isPublic: true, language: 'de' },
  { name: 'Forgotten password', path: '/forgotten-password', isPublic: true },
  ...lists(),
  ...cases(),
  ...writing(),
  ...doneWithCases(),
  ...people(),
  ...playing(),
  ...onNetworks(),
  ...firstSync(),
  ...keptInStep(),
  ...besideCases(),
  ...knowledge(),
  { name: 'A new case', path: '/new-case' },
  { name: 'Notifications', path: '/notifications' },
  { name: 'Account', path: '/account' },
  { name: 'Look and language', path: '/account/preferences' },
  { name: 'Look and language in German', path: '/account/preferences', language: 'de' },
  { name: 'Notification preferences', path: '/account/notifications' },
  { name: 'Writing preferences', path: '/account/writing' },
  { name: 'Password and second factor', path: '/account/security' },
  { name: 'Sessions', path: '/account/sessions' },
  { name: 'An application that asks to be let in', path: askingApplication },
  { name: 'An application that asks in German', path: askingApplication, language: 'de' },
  { name: 'An application that asks too late', path: '/oauth/authorize?oauth_token=over' },
  ...administration(),
  { name: 'Not for agents', path: '/admin/users', as: 'agent' },
  { name: 'A case that is not there', path: '/cases/inbox/99999' },
  { name: 'Nothing there', path: '/nowhere' },
  { name: 'A system message above the inbox', path: '/cases/inbox', before: isTold },
  { name: 'A system message above the inbox in German', path: '/cases/inbox', language: 'de', before: isTold },
];

function lists(): Scene[] {
  const path = '/cases/inbox';
  return [
    { name: 'Inbox', path },
    { name: 'Inbox in German', path, language: 'de' },
    { name: 'Inbox with nothing in it', path, stage: 'empty' },
    { name: 'Three rows', path: '/cases/snoozed' },
    { name: '5,000 rows', path: '/cases/resolved', stage: 'full' },
    {
      name: 'A compact list of 5,000',
      path: '/cases/resolved',
      stage: 'full',
      remembers: { 'bureau.density': 'compact' },
    },
    { name: 'Several cases chosen', path, prepare: chooseThree },
    { name: 'Filter editor', path, prepare: editFilter },
    { name: 'Filter editor in German', path, language: 'de', prepare: editFilter },
    { name: 'Command palette', path, prepare: press('Control+k') },
    { name: 'Search', path: '/search?q=grinder' },
    { name: 'Search without a hit', path: '/search?q=zeppelin' },
  ];
}

/** One case in all that can happen to it. */
function cases(): Scene[] {
  return [
    { name: 'A case', path: busiestCase },
    { name: 'A case in German', path: busiestCase, language: 'de' },
    { name: 'A case with long names', path: caseAt(2), stage: 'full' },
    { name: 'A case of 500 messages', path: caseAt(1), stage: 'full' },
    { name: 'A case in high contrast', path: busiestCase, remembers: { 'bureau.theme': 'high-contrast' } },
    { name: 'A case for a system that asks for contrast', path: busiestCase, system: { contrast: 'more' } },
    { name: 'A case in forced colours', path: busiestCase, system: { forcedColors: 'active' } },
    { name: 'A compact case', path: busiestCase, remembers: { 'bureau.density': 'compact' } },
    { name: 'A case written from right to left', path: caseWritten(/\p{Script=Arabic}/u) },
    { name: 'A case that a colleague works on', path: caseAt(3), before: hasColleague },
    { name: 'A delivery that failed', path: caseWithDelivery('failed') },
    { name: 'A picture in a message', path: caseWithPicture, prepare: openPicture },
    { name: 'Offline', path: busiestCase, prepare: beOffline },
  ];
}

function writing(): Scene[] {
  return [
    { name: 'Writing a reply', path: caseAt(4), before: isUnwritten, prepare: write('r', 'The pump leaves today.') },
    { name: 'Writing a note', path: caseAt(5), before: isUnwritten, prepare: write('i', 'Does the new pump fit?') },
    { name: 'Forwarding', path: caseAt(6), before: isUnwritten, prepare: press('f') },
    { name: 'A reply with gaps', path: caseAt(8), before: hasGaps },
    { name: 'A reply with gaps in German', path: caseAt(8), before: hasGaps, language: 'de' },
    {
      name: 'Writing a reply in German',
      path: caseAt(7),
      before: isUnwritten,
      language: 'de',
      prepare: write('r', 'Die Pumpe geht heute auf den Weg.'),
    },
  ];
}

/** What can be done with a case, before it is done. */
function doneWithCases(): Scene[] {
  const path = busiestCase;
  return [
    { name: 'Keyboard shortcuts', path, prepare: press('?') },
    { name: 'Keyboard shortcuts in German', path, language: 'de', prepare: press('?') },
    { name: 'All that can be done with a case', path, prepare: press('.') },
    { name: 'Assigning', path, prepare: press('a') },
    { name: 'Labelling', path, prepare: press('l') },
    { name: 'Snoozing', path, prepare: press('z') },
    { name: 'Merging', path, prepare: press('Shift+M') },
    { name: 'Splitting', path, prepare: press('Shift+X') },
    { name: 'History', path, prepare: press('Shift+H') },
  ];
}

function people(): Scene[] {
  return [
    { name: 'Customers', path: '/customers' },
    { name: 'Customers in German', path: '/customers', language: 'de' },
    { name: '4,000 customers', path: '/customers', stage: 'full' },
    { name: 'A customer', path: loyalCustomer },
    { name: 'A customer in German', path: loyalCustomer, language: 'de' },
    { name: 'A new customer', path: '/customers/new' },
    { name: 'Companies', path: '/companies' },
    { name: 'No companies', path: '/companies', stage: 'empty' },
    { name: 'A company', path: activeCompany },
  ];
}

function knowledge(): Scene[] {
  return [
    { name: 'Articles', path: '/articles' },
    { name: 'Articles in German', path: '/articles', language: 'de' },
    { name: 'No articles', path: '/articles', stage: 'empty' },
    { name: 'An article', path: someArticle },
    { name: 'An article in German', path: someArticle, language: 'de' },
    { name: 'A new article', path: '/articles/new' },
    { name: 'Topics', path: '/articles/topics' },
    { name: 'No topics', path: '/articles/topics', stage: 'empty' },
    { name: 'A topic', path: '/articles/topic-1' },
    { name: 'What helps', path: '/articles/reports' },
    { name: 'Inserting an article', path: busiestCase, prepare: press('b') },
  ];
}
