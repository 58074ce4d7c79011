import { FILES_OF_A_NETWORK } from '@bureau/domain';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aCenter, visit } from '../../../../../test/fixtures/center.ts';
import { closeDesk, startTestDesk, type TestDesk } from '../../../../../test/fixtures/desk.ts';

let desk: TestDesk;
let path: string;
beforeAll(async () => {
  desk = await startTestDesk();
  const center = await aCenter(desk, { name: 'Larkspur' });
  await desk.aMailbox('help@larkspur.example', { brandId: center.id });
  path = `/support/${center.slug}/customer/portal/emails`;
});
afterAll(() => closeDesk(desk));

function aForm(files: number, bytes = 10): FormData {
  const form = new FormData();
  form.append('interaction[name]', 'Ana');
  for (let index = 0; index < files; index += 1) {
    form.append(`case_attachment${index || ''}[attachment]`, new Blob([new Uint8Array(bytes)]), `photo ${index}.png`);
  }
  return form;
}

describe('a form of a page', () => {
  it('brings at most five files', async () => {
    const { status, text } = await visit(desk, path, { parts: aForm(6) });
    expect(status).toBe(422);
    expect(text).toContain('Attach at most 5 files.');
  });

  it('brings no file that is larger than an agent may attach', async () => {
    const { status, text } = await visit(desk, path, { parts: aForm(1, 20 * 1024 * 1024 + 1) });
    expect(status).toBe(413);
    expect(text).toContain('That is too large');
  });

  it('has its files kept only as often as its network may send some; what was typed stays (S39)', async () => {
    const kept = () => desk.sql.row<{ count: number }>('SELECT count(*)::int AS count FROM blobs');
    desk.clock.toNextMinute();
    const send = (index: number) => {
      const form = aForm(0);
      form.append('email[body]', 'My kettle leaks');
      form.append('case_attachment[attachment]', new Blob([`photo ${index} of ${desk.url}`]), 'photo.png');
      return visit(desk, path, { parts: form });
    };
    for (let index = 0; index < FILES_OF_A_NETWORK; index += 1) await send(index);
    const before = await kept();
    const { status, text } = await send(FILES_OF_A_NETWORK);
    expect(status).toBe(429);
    expect(text).toContain('My kettle leaks');
    expect(await kept()).toEqual(before);
    desk.clock.advance(60_000);
    await send(FILES_OF_A_NETWORK);
    expect(await kept()).toEqual({ count: (before?.count ?? 0) + 1 });
  });

  it('leaves no files where no page asks for some', async () => {
    await visit(desk, path.replace(/portal.*/, 'login'), { parts: aForm(2, 3_333) });
    expect(await desk.sql.rows('SELECT FROM blobs WHERE size = 3333')).toEqual([]);
  });

  it('that is broken is no failure of the desk', async () => {
    const headers = { 'content-type': 'multipart/form-data; boundary=x' };
    for (const options of [
      { method: 'POST' as const, headers },
      { form: { '__proto__[x]': 'y', '\u0000': '\u0000' } },
    ]) {
      const { status } = await visit(desk, path, options);
      expect(status).toBeGreaterThanOrEqual(200);
      expect(status).toBeLessThan(500);
    }
  });

  it('from another site is refused (S44)', async () => {
    const headers = { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' };
    expect((await visit(desk, path, { form: { 'interaction[name]': 'Ana' }, headers })).status).toBe(403);
  });
});
