import { createClient, createQueryClient, enterSession, refreshSession } from '@bureau/client';
import type { SendBytes } from '@bureau/client';
import { DEFAULT_PREFERENCES } from '@bureau/contracts';
import type { Session } from '@bureau/contracts';
import { aFilter } from './facts.ts';

/** One request as it left the browser. */
export interface Sent {
  path: string;
  query: URLSearchParams;
  headers: Headers;
  /** The JSON body, parsed. */
  body: unknown;
}

/** Something the desk answers with: a value for 200, or a function of the request. */
export type Answer = object | ((sent: Sent) => Response | object | Promise<Response>);

/** Answers by method and path below /api/v3, e.g. `GET /cases/1042`. */
export type Answers = Record<string, Answer>;

export const mia: Session = {
  user: { id: 6, name: 'Mia Lindqvist', email: 'mia@larkspur.example', role: { id: 10, name: 'Administrator' } },
  permissions: [
    'cases:view',
    'cases:create',
    'cases:update',
    'cases:reply',
    'cases:note',
    'cases:delete',
    'labels:create',
    'customers:view',
    'users:view',
    'users:manage',
    'mailboxes:view',
    'mailboxes:manage',
    'intake:view',
    'intake:manage',
    'system-log:view',
  ],
  access: { scope: 'all', groupIds: [], brandIds: null },
  twoFactor: { enabled: false, required: false },
  available: true,
  preferences: DEFAULT_PREFERENCES,
  realtimeUrl: 'http://127.0.0.1:9/socket.io',
};

const always: Answers = {
  'GET /session': mia,
  'GET /macros': { items: [] },
  'GET /routing/absences': { items: [] },
  'GET /system-message': { message: null, until: null, updatedAt: '2026-11-03T10:02:00.000+00:00' },
  'GET /users': {
    items: [mia.user, { id: 7, name: 'Omar Haddad', email: 'omar@larkspur.example', role: { id: 1, name: 'Agent' } }],
  },
  'GET /groups': { items: [{ id: 1, name: 'Support', userIds: [6, 7] }] },
  'GET /labels': { items: [{ id: 31, name: 'Refund', color: 'blue' }] },
  'GET /filters': {
    items: [
      aFilter({ id: 1, key: 'inbox', name: 'Inbox' }),
      aFilter({ id: 2, key: 'mine', name: 'Mine' }),
      aFilter({ id: 10, key: 'email', name: 'E-mail', folder: 'Channels' }),
    ],
  },
  'GET /filters/counts': {
    items: [
      { filterId: 1, count: 12, more: false, at: '2026-11-03T10:02:00.000+00:00' },
      { filterId: 10, count: 1000, more: true, at: '2026-11-03T10:02:00.000+00:00' },
    ],
    askAgainMs: null,
  },
};

/** A desk at the process edge: the console's client and cache over answers that a test gives, and what was asked. */
export function aDesk(answers: Answers = {}, sendBytes?: SendBytes) {
  const sent: (Sent & { call: string })[] = [];
  const table: Answers = { ...always, ...answers };
  const fetch: typeof globalThis.fetch = async (input, init) => {
    const url = new URL(String(input), 'http://desk.example');
    const path = url.pathname.replace('/api/v3', '');
    const call = `${init?.method ?? 'GET'} ${path}`;
    const text = String(init?.body ?? '');
    const body: unknown = text === '' ? undefined : JSON.parse(text);
    const request = { path, query: url.searchParams, headers: new Headers(init?.headers), body };
    sent.push({ ...request, call });
    const answer = table[call] ?? (() => problem(404, 'route.not-found'));
    const made: unknown = typeof answer === 'function' ? await answer(request) : answer;
    return made instanceof Response ? made : json(made);
  };
  const queries = createQueryClient({
    onSessionLost: () => enterSession(queries, null),
    onTwoFactorRequired: () => void refreshSession(queries),
  });
  queries.setDefaultOptions({ queries: { ...queries.getDefaultOptions().queries, retry: false } });
  return {
    client: createClient({ baseUrl: '', fetch, sendBytes }),
    queries,
    /** Requests of one kind, in order. */
    asked: (call: string) => sent.filter((request) => request.call === call),
    /** Changes what the desk answers from now on. */
    answer: (more: Answers) => void Object.assign(table, more),
  };
}

export type Desk = ReturnType<typeof aDesk>;

export function json(value: unknown, status = 200): Response {
  return new Response(JSON.stringify(value), { status, headers: { 'content-type': 'application/json' } });
}

export function problem(status: number, code: string, title = `Refused: ${code}`, more: object = {}): Response {
  return json({ type: 'about:blank', title, status, code, ...more }, status);
}

/** The line to the desk is cut. */
export function cutOff(): Promise<Response> {
  return Promise.reject(new TypeError('Failed to fetch'));
}
