/** What is written goes to one of Facebook's control routes; given besides: act, field of the text, other fields. */
export const facebookWrite = String.raw`
import { act } from './facebook-api.js';
import { writeBox as box } from './write-box.js';

export { forget } from './write-box.js';

export function writeBox(given) {
  return box({ ...given, send: (text, files) => act(given.act, bodyOf(given, text, files)) });
}

function bodyOf({ field, fields }, text, files) {
  const said = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
  if (files.length === 0) return { ...said, [field]: text };
  const form = new FormData();
  for (const [name, value] of Object.entries({ ...said, [field]: text })) form.set(name, value);
  for (const file of files) form.append('attachments', file);
  return form;
}
`;
