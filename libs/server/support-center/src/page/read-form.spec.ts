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
