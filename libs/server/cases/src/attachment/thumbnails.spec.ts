import { messagesApi, type CaseAttachment } from '@bureau/contracts';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closeDesk, startTestDesk, type TestDesk } from '../../../../../test/fixtures/desk.ts';
import { sendMail, type WrittenMail } from '../../../../../test/fixtures/mail.ts';

let desk: TestDesk;
beforeAll(async () => {
  desk = await startTestDesk();
});
afterAll(() => closeDesk(desk));

const picture = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#c33' } });

async function filesOf(attachments: WrittenMail['attachments']): Promise<CaseAttachment[]> {
  const from = `${crypto.randomUUID()}@customer.example`;
  await sendMail(desk, { from, text: from, ...(attachments ? { attachments } : {}) });
  await desk.drain();
  const row = await desk.sql.row<{ id: number }>('SELECT case_id AS id FROM messages WHERE from_address = $1', [from]);
  const { items } = await desk.as(desk.agent).call(messagesApi.attachments, { params: { caseId: row!.id } });
  return items;
}

describe('the small picture', () => {
  it('of a photo is drawn by browsers, at most 320 pixels a side, and inert', async () => {
    const [photo] = await filesOf([
      { filename: 'a.jpg', contentType: 'image/jpeg', content: await picture(3000, 1500).jpeg().toBuffer() },
    ]);
    for (let twice = 0; twice < 2; twice++) {
      const answer = await desk.as(desk.agent).fetch(photo!.thumbnailUrl!);
      expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'image/webp']);
      expect(answer.headers.get('content-security-policy')).toBe("default-src 'none'; sandbox");
      const { width, height } = await sharp(Buffer.from(await answer.arrayBuffer())).metadata();
      expect([width, height]).toEqual([320, 160]);
    }
  });

  it('tells nothing about where the photo was taken', async () => {
    const content = await picture(50, 50)
      .withExif({ IFD0: { Copyright: 'Ana was here' } })
      .jpeg()
      .toBuffer();
    const [photo] = await filesOf([{ filename: 'a.jpg', contentType: 'image/jpeg', content }]);
    const answer = await desk.as(desk.agent).fetch(photo!.thumbnailUrl!);
    expect(answer.status).toBe(200);
    expect(Buffer.from(await answer.arrayBuffer()).toString('latin1')).not.toContain('Ana was here');
  });

  it.each([
    ['a script under the name of a picture', 'image/png', '<svg onload="x()"><script>x()</script></svg>'],
    ['half a picture', 'image/png', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')],
    // 60,000 × 60,000 pixels in a header of a few bytes.
    [
      'a bomb',
      'image/gif',
      Buffer.from('47494638396160ea60eaf00000ffffff0000002c0000000060ea60ea0002024401003b', 'hex'),
    ],
  ])('of %s does not exist, and the desk goes on', async (_, contentType, content) => {
    const [file] = await filesOf([{ filename: 'a.png', contentType, content }]);
    const answer = await desk.as(desk.agent).fetch(file!.thumbnailUrl!);
    expect(answer.status).toBe(404);
    expect((await desk.as(desk.agent).fetch(file!.url)).status).toBe(200);
  });

  it('is offered for no SVG and no document', async () => {
    const files = await filesOf([
      { filename: 'a.svg', contentType: 'image/svg+xml', content: '<svg xmlns="http://www.w3.org/2000/svg"/>' },
      { filename: 'a.pdf', contentType: 'application/pdf', content: '%PDF-1.4' },
    ]);
    expect(files.map(({ thumbnailUrl }) => thumbnailUrl)).toEqual([null, null]);
    const svg = files.find(({ fileName }) => fileName === 'a.svg')!;
    expect((await desk.as(desk.agent).fetch(`${svg.url}/thumbnail`)).status).toBe(404);
  });

  it('is shown to nobody without a session (S20)', async () => {
    const [photo] = await filesOf([
      { filename: 'a.png', contentType: 'image/png', content: await picture(9, 9).png().toBuffer() },
    ]);
    expect((await desk.anybody.fetch(photo!.thumbnailUrl!)).status).toBe(401);
  });
});
