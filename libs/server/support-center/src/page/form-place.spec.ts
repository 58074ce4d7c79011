import type { Route } from '@bureau/contracts';
import { ROUTE_METADATA } from '@bureau/platform';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aCenter, visit } from '../../../../../test/fixtures/center.ts';
import { closeDesk, startTestDesk, type TestDesk } from '../../../../../test/fixtures/desk.ts';
import { SupportCenterModule } from '../support-center.module.ts';
import { formPlace } from './form-place.ts';

const BASE = '/support/:brandSlug';

/** Every public page of the module, as `GET /customer/login`. */
function pages(): string[] {
  const controllers: { prototype: object }[] = Reflect.getMetadata('controllers', SupportCenterModule);
  const handlers = controllers.flatMap(({ prototype }) => Object.values(Object.getOwnPropertyDescriptors(prototype)));
  return handlers.flatMap(({ value }) => {
    const route: Route | undefined = value && Reflect.getMetadata(ROUTE_METADATA, value);
    return route?.path.startsWith(BASE) ? [`${route.method} ${route.path.slice(BASE.length)}`] : [];
  });
}

describe('an address that forms are sent to', () => {
  it('can be looked at: it is a page itself, or leads to that of its form', () => {
    const all = pages();
    const sentTo = all.flatMap((page) => (page.startsWith('POST ') ? [page.slice(5)] : []));
    expect(sentTo.length).toBeGreaterThan(20);
    const blind = sentTo.filter(
      (path) => path !== '/*' && !all.includes(`GET ${path}`) && !all.includes(`GET ${formPlace(path) ?? ''}`),
    );
    expect(blind).toEqual([]);
  });

  it.each([
    ['/customer/portal/emails', '/customer/portal/emails/new'],
    ['/customer/account/emails/change', '/customer/account'],
    ['/customer/portal/questions/7-grinding/answers', '/customer/portal/questions/7-grinding'],
    ['/customer/portal/private/cases/7/replies', '/customer/portal/private/cases/7'],
    ['/customer/portal/emails/new', null],
    ['/customer/portal/nowhere', null],
  ])('%s belongs to %s', (path, place) => {
    expect(formPlace(path)).toBe(place);
  });
});

describe('somebody who reads another language', () => {
  let desk: TestDesk;
  let slug: string;
  beforeAll(async () => {
    desk = await startTestDesk();
    const center = await aCenter(desk, { languages: ['en', 'de'] });
    await desk.aMailbox('help@tern.example', { brandId: center.id });
    slug = center.slug;
  });
  afterAll(() => closeDesk(desk));

  it('comes to the form, also from the page that says what is wrong with it', async () => {
    const emails = `/support/${slug}/customer/portal/emails`;
    const wrong = await visit(desk, emails, { form: { 'email[subject]': '' } });
    expect(wrong.status).toBe(422);
    expect(wrong.text).toContain(`href="/support/${slug}/customer/de/portal/emails/new"`);

    const looked = await visit(desk, `/support/${slug}/customer/de/portal/emails?subject=Kanne`);
    expect(looked.status).toBe(303);
    expect(looked.headers['location']).toBe(`/support/${slug}/customer/de/portal/emails/new`);
    expect((await visit(desk, `/support/${slug}/customer/portal/nowhere`)).status).toBe(404);
  });
});
