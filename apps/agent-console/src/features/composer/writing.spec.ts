import { expect, it } from 'vitest';
import { emptyWriting, turnedTo, withPicturesBeside } from './writing.ts';

const reply = {
  ...emptyWriting(3, 'key'),
  text: 'Look at the valve.',
  to: ['ana@cafe.example'],
  cc: ['rui@x.example'],
};

it('words that turn into a forward go to nobody yet, and lose no recipient of the reply', () => {
  const forward = turnedTo('forward', reply);
  expect(forward).toMatchObject({ mode: 'forward', text: 'Look at the valve.', to: null, cc: null });
  expect(turnedTo('reply', forward)).toMatchObject({ mode: 'reply', to: ['ana@cafe.example'], cc: ['rui@x.example'] });
});

it('whom a forward was for is found again after a look at the reply', () => {
  const forward = { ...turnedTo('forward', reply), to: ['legal@x.example'], subject: 'For you' };
  const back = turnedTo('forward', turnedTo('reply', forward));
  expect(back).toMatchObject({ mode: 'forward', to: ['legal@x.example'], subject: 'For you' });
});

it('what stays as it is stays the same', () => {
  expect(turnedTo('reply', reply)).toBe(reply);
});

it('pictures within a text stand beside it where a network takes words alone, each once', () => {
  const picture = (id: number) => ({ id, fileName: `${id}.png`, contentType: 'image/png', size: 9, sha256: 'ab' });
  const image = (id: number) => `<img class="composer-picture" src="/u/${id}" data-content-id="upload-${id}" alt="">`;
  const html = `<p>One${image(5)}</p><p>Two${image(7)}${image(5)}</p>`;
  const uploads = [picture(3), picture(7)];
  const turned = withPicturesBeside({ ...reply, html, uploads, inside: [picture(5), picture(7), picture(9)] });
  expect(turned.html).toBe('<p>One</p><p>Two</p>');
  expect(turned.uploads.map(({ id }) => id)).toEqual([3, 7, 5]);
  expect(withPicturesBeside(turned)).toBe(turned);
});
