import { list, show, type DeskRoute } from '../resource/desk-route.ts';
import { BRANDS } from './brand.source.ts';
import { CUSTOM_FIELDS } from './custom-field.source.ts';
import { INBOUND_MAILBOXES, OUTBOUND_MAILBOXES } from './mailbox.source.ts';
import { SITE, SITE_BILLING, SITE_LANGUAGES, SITE_SETTINGS, SYSTEM_MESSAGE } from './site.source.ts';

const inbound = { allow: 'mailboxes:view', reads: INBOUND_MAILBOXES } as const;
const outbound = { allow: 'mailboxes:view', reads: OUTBOUND_MAILBOXES } as const;

export const SETUP_ROUTES: DeskRoute[] = [
  list('/custom_fields', { summary: 'List the custom fields.', allow: 'signed-in', reads: CUSTOM_FIELDS }),
  show('/custom_fields/:customField', { summary: 'Read a custom field.', allow: 'signed-in', reads: CUSTOM_FIELDS }),
  list('/brands', { summary: 'List the brands.', allow: 'users:view', reads: BRANDS }),
  show('/brands/:brand', { summary: 'Read a brand.', allow: 'users:view', reads: BRANDS }),
  list('/mailboxes/inbound', { summary: 'List where mail comes in.', mobile: true, ...inbound }),
  show('/mailboxes/inbound/:mailbox', { summary: 'Read where mail comes in.', ...inbound }),
  list('/inbound_mailboxes', { summary: 'The same, as it was called before.', mobile: true, ...inbound }),
  show('/inbound_mailboxes/:mailbox', { summary: 'The same, as it was called before.', ...inbound }),
  list('/mailboxes/outbound', { summary: 'List where mail leaves from.', ...outbound }),
  show('/mailboxes/outbound/:mailbox', { summary: 'Read where mail leaves from.', ...outbound }),
  list('/site_settings', { summary: 'List the settings of the desk.', allow: 'signed-in', reads: SITE_SETTINGS }),
  show('/site_settings/:setting', { summary: 'Read a setting.', allow: 'signed-in', reads: SITE_SETTINGS }),
  show('/site', { summary: 'Read what the desk is called.', allow: 'signed-in', reads: SITE }),
  show('/system_message', {
    summary: 'Read what the administrators have to say to the one who asks; `message` is null when that is nothing.',
    allow: 'signed-in',
    reads: SYSTEM_MESSAGE,
  }),
  show('/site/billing', {
    summary: 'Read whether the desk is on trial: never.',
    allow: 'signed-in',
    reads: SITE_BILLING,
  }),
  list('/site/languages', {
    summary: 'List the languages of the desk.',
    allow: 'signed-in',
    reads: SITE_LANGUAGES,
  }),
  show('/site/languages/:language', { summary: 'Read a language.', allow: 'signed-in', reads: SITE_LANGUAGES }),
];
