import { z } from 'zod';
import { IdParam } from '../ids.ts';
import { route } from '../route.ts';
import {
  AccessToken,
  AccessTokenSecret,
  Application,
  ApplicationSecret,
  CreateAccessToken,
  CreateApplication,
  UpdateApplication,
} from './applications.ts';

const params = z.object({ applicationId: IdParam });

export const applicationsApi = {
  list: route('GET', '/applications', {
    summary: 'List the API applications by name.',
    allow: 'applications:manage',
    response: z.object({ items: z.array(Application) }),
  }),
  get: route('GET', '/applications/:applicationId', {
    summary: 'Read an API application.',
    allow: 'applications:manage',
    params,
    versioned: true,
    response: Application,
  }),
  create: route('POST', '/applications', {
    summary: 'Add an API application and receive its secret.',
    allow: 'applications:manage',
    secret: true,
    body: CreateApplication,
    response: ApplicationSecret,
    status: 201,
  }),
  update: route('PATCH', '/applications/:applicationId', {
    summary: 'Change an API application.',
    allow: 'applications:manage',
    params,
    versioned: true,
    body: UpdateApplication,
    response: Application,
  }),
  renewSecret: route('POST', '/applications/:applicationId/secret', {
    summary: 'Give an API application a new secret; requests signed with the old one are refused from now on.',
    allow: 'applications:manage',
    secret: true,
    params,
    response: ApplicationSecret,
  }),
  remove: route('DELETE', '/applications/:applicationId', {
    summary: 'Remove an API application; its tokens end.',
    allow: 'applications:manage',
    params,
  }),
  tokens: route('GET', '/applications/:applicationId/tokens', {
    summary: 'List the access tokens of an API application, newest first.',
    allow: 'applications:manage',
    params,
    response: z.object({ items: z.array(AccessToken) }),
  }),
  createToken: route('POST', '/applications/:applicationId/tokens', {
    summary: 'Make an access token that acts for me, and receive its secrets.',
    allow: 'applications:manage',
    secret: true,
    params,
    body: CreateAccessToken,
    response: AccessTokenSecret,
    status: 201,
  }),
  revokeToken: route('DELETE', '/applications/:applicationId/tokens/:tokenId', {
    summary: 'End an access token.',
    allow: 'applications:manage',
    params: params.extend({ tokenId: IdParam }),
  }),
};
