import { setTimeout as pause } from 'node:timers/promises';
import { API } from '@bureau/contracts';
import type { Case, CaseStatus, CaseView, DeliveryState } from '@bureau/contracts';
import type { ApiClient } from '../fixtures/api-client.ts';
import { signOAuth1 } from '../fixtures/oauth1.ts';

/** Finds where a scene is played: rows of the demo have other ids on every desk. */
export type Find = (desk: ApiClient) => Promise<string>;

/** The case of mail of a list that stands at this place, counted from 1: on networks people talk while one looks. */
export function caseAt(place: number, view: CaseView = 'inbox'): Find {
  return async (desk) => {
    const { items } = await desk.call(API.cases.list, { query: { view, limit: 50 } });
    return addressOf(items.filter(({ channel }) => channel === 'email')[place - 1], `case ${place} of ${view}`);
  };
}

/** The case of a network that begins so; people there begin to talk when the desk has started. */
export function caseAbout(begins: string): Find {
  return async (desk) => {
    for (let attempt = 0; ; attempt++) {
      const { items } = await desk.call(API.cases.list, { query: { view: 'all', limit: 100 } });
      const found = items.find(({ subject, channel }) => channel !== 'email' && subject.startsWith(begins));
      if (found || attempt === 60) return addressOf(found, `case about “${begins}”`);
      await pause(500);
    }
  };
}

/** Who wrote it. */
export function writerOf(about: Find): Find {
  return async (desk) => {
    const caseId = Number((await about(desk)).split('/').at(-1));
    const { customer } = await desk.call(API.cases.get, { params: { caseId } });
    return `/customers/${customer.id}`;
  };
}

/** The case of the inbox in which most was said. */
export const busiestCase: Find = async (desk) => {
  const { items } = await desk.call(API.cases.list, { query: { view: 'inbox', limit: 30 } });
  const cases = await Promise.all(items.map(({ id }) => desk.call(API.cases.get, { params: { caseId: id } })));
  const [busiest] = cases.toSorted((a, b) => saidIn(b.counts) - saidIn(a.counts));
  return addressOf(busiest, 'case with messages');
};

function saidIn({ inbound, outbound, notes, attachments }: Case['counts']): number {
  return inbound + outbound + notes + attachments;
}

/** The first case whose latest message is written so. */
export function caseWritten(letters: RegExp): Find {
  return async (desk) => {
    for (let cursor: string | undefined; ;) {
      const { items, next } = await desk.call(API.cases.list, { query: { view: 'all', limit: 100, cursor } });
      const found = items.find(({ excerpt }) => letters.test(excerpt));
      if (found ?? next === null) return addressOf(found, 'case in these letters');
      cursor = next;
    }
  };
}

export function caseWithDelivery(state: DeliveryState): Find {
  return async (desk) => {
    const { items } = await desk.call(API.deliveries.list, { query: { state, limit: 1 } });
    const caseId = items[0]?.case.id;
    if (caseId === undefined) throw new Error(`This desk has no delivery in state ${state}.`);
    return addressOf(await desk.call(API.cases.get, { params: { caseId } }));
  };
}

/** A case with a picture among the files of its messages. */
export const caseWithPicture: Find = async (desk) => {
  const { items } = await desk.call(API.search.cases, { query: { q: 'has:attachment', limit: 20 } });
  for (const found of items) {
    const feed = await desk.call(API.cases.feed, { params: { caseId: found.id }, query: { limit: 100 } });
    const files = feed.items.flatMap((item) => (item.kind === 'event' ? [] : item.attachments));
    if (files.some(({ thumbnailUrl, inline }) => thumbnailUrl !== null && !inline)) return addressOf(found);
  }
  throw new Error('This desk has no case with a picture.');
};

/** The customer who wrote most often. */
export const loyalCustomer: Find = async (desk) => {
  const { items } = await desk.call(API.cases.list, { query: { view: 'all', limit: 100 } });
  const often = new Map<number, number>();
  for (const { customer } of items) often.set(customer.id, (often.get(customer.id) ?? 0) + 1);
  const [first] = [...often].toSorted(([, a], [, b]) => b - a);
  if (!first) throw new Error('Nobody wrote to this desk.');
  return `/customers/${first[0]}`;
};

/** The company of the case that was last active. */
export const activeCompany: Find = async (desk) => {
  const { items } = await desk.call(API.cases.list, { query: { view: 'all', limit: 100 } });
  const company = items.find((item) => item.company !== null)?.company;
  if (!company) throw new Error('No customer of this desk has a company.');
  return `/companies/${company.id}`;
};

/** The article with most languages. */
export const someArticle: Find = async (desk) => {
  const { items } = await desk.call(API.articles.list, { query: {} });
  const [first] = items.toSorted((a, b) => b.translations.length - a.translations.length);
  if (!first) throw new Error('This desk has no article.');
  return `/articles/${first.id}`;
};

/** The case in a list that shows it, so that its row is marked. */
function addressOf(found: { id: number; status: CaseStatus } | undefined, sought = 'case'): string {
  if (!found) throw new Error(`This desk has no ${sought}.`);
  return `/cases/${LISTS[found.status]}/${found.id}`;
}

const LISTS: Record<CaseStatus, string> = {
  new: 'inbox',
  open: 'inbox',
  pending: 'pending',
  resolved: 'resolved',
  closed: 'resolved',
};

/** Where an application sends whom it asks to let it in. */
export const askingApplication: Find = async (desk) => {
  const body = { name: `Warehouse ${crypto.randomUUID().slice(0, 4)}`, websiteUrl: 'https://warehouse.example' };
  const { application, secret } = await desk.call(API.applications.create, { body });
  const url = `${desk.baseUrl}/oauth/request_token`;
  const keys = { key: application.key, secret, token: '', tokenSecret: '' };
  const timestamp = Math.floor(Date.now() / 1000);
  const authorization = signOAuth1(keys, { method: 'POST', url, timestamp, more: { oauth_callback: 'oob' } });
  const answer = await fetch(url, { method: 'POST', headers: { authorization } });
  const token = new URLSearchParams(await answer.text()).get('oauth_token');
  if (token === null) throw new Error(`The application was not heard: ${answer.status}.`);
  return `/oauth/authorize?oauth_token=${token}`;
};
