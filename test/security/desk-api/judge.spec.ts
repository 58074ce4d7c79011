import { describe, expect, it } from 'vitest';
import { complaintAbout } from './judge.ts';

const good = { subject: 'A kettle', message: { body: 'It drips.' }, _links: { customer: {} } };
const JSON_TYPE = 'application/json; charset=utf-8';
const answer = (status: number, said: unknown, contentType = JSON_TYPE) => ({
  ...{ status, contentType, text: typeof said === 'string' ? said : JSON.stringify(said) },
});
const invalid = (errors: unknown) => answer(422, { message: 'Validation Failed', errors });
const at = (...place: string[]) => ({ good, place });

describe('the judge of answers lets pass', () => {
  it.each([
    ['what was made', answer(201, { id: 1 }), at('subject')],
    ['what is gone', answer(204, ''), at('subject')],
    ['a field that is named', invalid({ subject: ['invalid'] }), at('subject')],
    ['what it stands in, or what stands in it', invalid({ message: { body: ['blank'] } }), at('message')],
    ['what it stands in', invalid({ _links: { customer: ['invalid'] } }), at('_links', 'customer', 'href')],
    ['one that may not be there', answer(404, { message: 'Resource Not Found' }), at('subject')],
    ['a conflict', answer(409, { message: 'The case is locked.' }), at('subject')],
    ['what is no JSON', answer(400, { message: 'Send JSON.' }), { good: {}, place: null }],
  ])('%s', (_, heard, asked) => expect(complaintAbout(heard, asked)).toBeNull());
});

describe('the judge of answers does not let pass', () => {
  it.each([
    ['a failure of the desk', answer(500, { message: 'Something went wrong.' })],
    ['one that is not to be had now', answer(503, { message: 'Later.' })],
    ['a limit', answer(429, { message: 'Too Many Requests' })],
    ['a page', answer(422, '<html></html>', 'text/html')],
    ['another type', answer(422, { message: 'No.' }, 'text/plain')],
    ['another kind of problem', answer(422, { title: 'No', code: 'request.invalid', errors: [] })],
    ['silence', answer(422, { message: ' ' })],
    ['a list', answer(200, [])],
    ['nothing', answer(200, '')],
    ['words where there are none', answer(204, { id: 1 })],
    ['a refusal that names nothing', answer(422, { message: 'Validation Failed' })],
    ['a refusal of nothing', invalid({})],
    ['words of one’s own', invalid({ subject: ['is too long'] })],
    ['another shape of errors', invalid({ subject: 'invalid' })],
    ['the name of the verb', invalid({ customerId: ['invalid'] })],
    ['a field where nothing was wrong', invalid({ message: { body: ['blank'] } })],
    ['400 for what is JSON', answer(400, { message: 'Send JSON.' })],
    ['what tells more of what is not there', answer(404, { message: 'There is no such user.' })],
  ])('%s', (_, heard) => expect(complaintAbout(heard, at('subject'))).not.toBeNull());

  it('a body that is no JSON, taken for one', () =>
    expect(complaintAbout(invalid({ subject: ['blank'] }), { good, place: null })).not.toBeNull());
});
