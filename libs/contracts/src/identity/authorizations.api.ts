import { z } from 'zod';
import { IdParam } from '../ids.ts';
import { route } from '../route.ts';
import { AllowApplication, Allowed, Authorization, Denied, OwnAccessToken } from './authorizations.ts';

const params = z.object({ token: z.string().min(1).max(100) });

export const authorizationsApi = {
  look: route('GET', '/authorizations/:token', {
    summary: 'Say which application asks me to let it act for me (OAuth 1.0a), by its request token.',
    allow: 'signed-in',
    params,
    response: Authorization,
  }),
  allow: route('POST', '/authorizations/:token/allow', {
    summary: 'Let an application that asks act for me, and receive what it is to be told.',
    allow: 'signed-in',
    secret: true,
    params,
    body: AllowApplication,
    response: Allowed,
  }),
  deny: route('POST', '/authorizations/:token/deny', {
    summary: 'Refuse an application that asks to act for me.',
    allow: 'signed-in',
    params,
    response: Denied,
  }),
  mine: route('GET', '/access-tokens', {
    summary: 'List the access tokens with which applications act for me, newest first.',
    allow: 'signed-in',
    response: z.object({ items: z.array(OwnAccessToken) }),
  }),
  endMine: route('DELETE', '/access-tokens/:tokenId', {
    summary: 'End an access token that acts for me.',
    allow: 'signed-in',
    params: z.object({ tokenId: IdParam }),
  }),
};
