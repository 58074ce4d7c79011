import { invitationsApi, passwordResetsApi, sessionApi, usersApi } from '@bureau/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TestDesk } from '../../../../../test/fixtures/desk.ts';
import { linksTo, noticesTo } from '../../../../../test/fixtures/links.ts';
import { startDeskAndOutside, type DeskAndOutside } from '../../../../../test/fixtures/outside.ts';

let both: DeskAndOutside;
let desk: TestDesk;
beforeAll(async () => {
  both = await startDeskAndOutside();
  desk = both.desk;
});
afterAll(() => both.close());

const PASSWORD = 'another long phrase';
const someone = () => `${crypto.randomUUID()}@larkspur.example`;

async function invite(email = someone()) {
  const body = { name: 'Bo', email, roleId: 1 };
  return desk.as(desk.administrator).call(usersApi.invite, { body });
}

describe('an invitation', () => {
  it('brings a link with which somebody chooses a name and a password, and then works here', async () => {
    const { id, email, state } = await invite();
    expect(state).toBe('invited');
    const [token = ''] = await linksTo(both, email);

    expect(await desk.anybody.call(invitationsApi.look, { body: { token } })).toMatchObject({ name: 'Bo', email });
    await desk.anybody.call(invitationsApi.accept, { body: { token, name: 'Bo Lind', password: PASSWORD } });

    const session = await desk.anybody.call(sessionApi.signIn, { body: { email, password: PASSWORD } });
    expect(session.user).toMatchObject({ id, name: 'Bo Lind' });
    expect(await desk.as(desk.agent).call(usersApi.read, { params: { userId: id } })).toMatchObject({
      state: 'active',
    });
  });

  it('is mailed as a program’s mail, with nobody’s words in it', async () => {
    const email = someone();
    await desk.as(desk.administrator).call(usersApi.invite, { body: { name: 'Visit evil.example', email, roleId: 1 } });

    const [mail = ''] = await noticesTo(both, email);
    expect(mail).toMatch(/^auto-submitted: auto-generated\r?$/im);
    expect(mail).toMatch(/^from: .*<support@larkspur\.example>\r?$/im);
    expect(mail).not.toContain('evil.example');
  });

  it('can be mailed again, and then only the new one works', async () => {
    const { id, email } = await invite();
    const [first = ''] = await linksTo(both, email);
    await desk.as(desk.administrator).call(usersApi.inviteAgain, { params: { userId: id } });
    const second = (await linksTo(both, email)).find((token) => token !== first) ?? '';

    expect(await desk.anybody.refusal(invitationsApi.look, { body: { token: first } })).toEqual({
      status: 410,
      code: 'link.gone',
    });
    expect(await desk.anybody.call(invitationsApi.look, { body: { token: second } })).toMatchObject({ email });
  });

  it('goes to the new address when the address was wrong', async () => {
    const { id, email } = await invite();
    const [token = ''] = await linksTo(both, email);
    const right = someone();
    await desk.as(desk.administrator).call(usersApi.change, { params: { userId: id }, body: { email: right } });

    expect(await desk.anybody.refusal(invitationsApi.look, { body: { token } })).toMatchObject({ status: 410 });
    const [renewed = ''] = await linksTo(both, right);
    expect(await desk.anybody.call(invitationsApi.look, { body: { token: renewed } })).toMatchObject({ email: right });
  });

  it('is not sent again to somebody who works here already', async () => {
    const again = { params: { userId: desk.agent.id } };
    expect(await desk.as(desk.administrator).refusal(usersApi.inviteAgain, again)).toEqual({
      status: 409,
      code: 'user.joined',
    });
    expect(await desk.as(desk.agent).refusal(usersApi.inviteAgain, again)).toMatchObject({ status: 403 });
  });
});

describe('a forgotten password', () => {
  it('is replaced with a mailed link, and every session ends', async () => {
    const person = await desk.aUser();
    const answer = await desk.anybody.send(sessionApi.signIn, {
      body: { email: person.email, password: person.password },
    });
    const browser = desk.anybody.with({ cookie: answer.headers.get('set-cookie')!.split(';')[0]! });
    await desk.anybody.call(passwordResetsApi.request, { body: { email: person.email.toUpperCase() } });
    const [token = ''] = await linksTo(both, person.email);

    await desk.anybody.call(passwordResetsApi.complete, { body: { token, password: PASSWORD } });

    expect(await browser.refusal(sessionApi.whoAmI, {})).toMatchObject({ status: 401 });
    expect(await desk.as(person).refusal(sessionApi.whoAmI, {})).toMatchObject({ status: 401 });
    expect(await desk.as({ ...person, password: PASSWORD }).call(usersApi.me, {})).toMatchObject({ id: person.id });
  });

  it('keeps to the rules for passwords, and the link stays good', async () => {
    const person = await desk.aUser();
    await desk.anybody.call(passwordResetsApi.request, { body: { email: person.email } });
    const [token = ''] = await linksTo(both, person.email);

    const weak = { body: { token, password: 'adminadmin' } };
    expect(await desk.anybody.refusal(passwordResetsApi.complete, weak)).toEqual({
      status: 422,
      code: 'request.invalid',
    });
    expect(await desk.anybody.call(passwordResetsApi.look, { body: { token } })).toMatchObject({ email: person.email });
  });
});
