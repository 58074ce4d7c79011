import { z } from 'zod';
import { IdParam } from '../ids.ts';
import { route } from '../route.ts';
import {
  DisconnectSalesforce,
  RemoveSalesforceLinks,
  SalesforceLogin,
  SalesforceSetup,
  SalesforceSignIn,
} from './connection.ts';
import { Preflight } from './preflight.ts';

export const salesforceConnectionApi = {
  get: route('GET', '/salesforce/connection', {
    summary: 'Say whether Salesforce can be connected, and how the organisation is that is.',
    allow: 'salesforce:manage',
    response: SalesforceSetup,
  }),
  signIn: route('POST', '/salesforce/connection/sign-ins', {
    summary: 'Begin to connect an organisation: says where at Salesforce somebody has to sign in.',
    allow: 'salesforce:manage',
    body: SalesforceLogin,
    response: z.object({ url: z.url() }),
    idempotent: false,
  }),
  signedIn: route('GET', '/salesforce/connection/sign-ins/:signInId', {
    summary: 'Read what came of a sign-in that you began.',
    allow: 'salesforce:manage',
    params: z.object({ signInId: IdParam }),
    response: SalesforceSignIn,
  }),
  useKey: route('POST', '/salesforce/connection/use-key', {
    summary: 'Connect the organisation that the desk has a key for; nobody has to sign in.',
    allow: 'salesforce:manage',
    response: SalesforceSetup,
    idempotent: false,
  }),
  enable: route('POST', '/salesforce/connection/enable', {
    summary: 'Keep records in step from now on, or from where they were when it was turned off.',
    allow: 'salesforce:manage',
    response: SalesforceSetup,
  }),
  disable: route('POST', '/salesforce/connection/disable', {
    summary:
      'Keep records in step no longer; links stay, and what changes meanwhile goes across when it is turned on again.',
    allow: 'salesforce:manage',
    response: SalesforceSetup,
  }),
  pause: route('POST', '/salesforce/connection/pause', {
    summary: 'Send and fetch nothing for a while; what changes meanwhile is remembered.',
    allow: 'salesforce:manage',
    response: SalesforceSetup,
  }),
  resume: route('POST', '/salesforce/connection/resume', {
    summary: 'Go on after a pause; what changed meanwhile on either side goes across.',
    allow: 'salesforce:manage',
    response: SalesforceSetup,
  }),
  check: route('POST', '/salesforce/connection/check', {
    summary: 'Ask Salesforce whether it lets the desk in, and as whom.',
    allow: 'salesforce:manage',
    response: SalesforceSetup,
    idempotent: false,
  }),
  disconnect: route('POST', '/salesforce/connection/disconnect', {
    summary: 'Give the keys back; records, links and settings stay as they are on both sides.',
    allow: 'salesforce:manage',
    body: DisconnectSalesforce,
    response: SalesforceSetup,
  }),
  removeLinks: route('POST', '/salesforce/connection/remove-links', {
    summary:
      'Forget which records belong to which of an organisation that is disconnected, so that another one can be connected.',
    allow: 'salesforce:manage',
    body: RemoveSalesforceLinks,
    response: SalesforceSetup,
  }),
  preflight: route('GET', '/salesforce/connection/preflight', {
    summary: 'Read what the last check of the organisation found.',
    allow: 'salesforce:manage',
    response: z.object({ preflight: Preflight.nullable() }),
  }),
  checkAgain: route('POST', '/salesforce/connection/preflight', {
    summary: 'Check permissions, values, record types and fields of the organisation now.',
    allow: 'salesforce:manage',
    response: z.object({ preflight: Preflight }),
    idempotent: false,
  }),
};
