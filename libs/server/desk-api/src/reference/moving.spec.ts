import { execFile, execFileSync } from 'node:child_process';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closeDesk, startTestDesk, type TestDesk } from '../../../../../test/fixtures/desk.ts';
import { DESK_ROUTES } from '../desk-routes.ts';
import { movingText } from './moving-text.ts';

const run = promisify(execFile);

describe.skipIf(!hasCurl())('who moves on a Monday morning', () => {
  let desk: TestDesk;
  beforeAll(async () => {
    desk = await startTestDesk();
  });
  afterAll(() => closeDesk(desk));

  it('can try every command of the page as it stands there', async () => {
    const [, block = ''] = /```sh\n(.*?)```/s.exec(movingText(DESK_ROUTES)) ?? [];
    const { email, password } = desk.administrator;
    const script = block
      .replace(/^DESK=.*$/m, `DESK=${desk.url}`)
      .replace(/^WHO=.*$/m, `WHO='${email}:${password}'`)
      .replace(/"\n(?=curl|$)/g, '"; echo\n')
      .replace("}}'\n", "}}'; echo\n");
    const { stdout } = await run('bash', ['-e', '-c', script]);
    const [me, cases, made, ...headers] = stdout.trim().split('\n');
    expect(JSON.parse(me ?? '')).toMatchObject({ email, _links: { self: { class: 'user' } } });
    expect(JSON.parse(cases ?? '')).toMatchObject({ total_entries: 0, page: 1 });
    expect(JSON.parse(made ?? '')).toMatchObject({ subject: 'A first case', type: 'email', status: 'new' });
    expect(headers.map((line) => line.split(':')[0])).toEqual([
      'x-rate-limit-limit',
      'x-rate-limit-remaining',
      'x-rate-limit-reset',
    ]);
  });
});

function hasCurl(): boolean {
  try {
    return execFileSync('curl', ['--version']).length > 0;
  } catch {
    return false;
  }
}
