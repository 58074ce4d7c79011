import { describe, expect, it } from 'vitest';
import { judgePost, POSTS_OF_A_NETWORK, POSTS_OF_AN_ADDRESS, POSTS_OF_ITS_OWN, POSTS_SHARED } from './judge-post.ts';
import { casePageOf, keyedCasePageOf, withoutCaseKeys } from './case-page.ts';
import { readQuestion, type AskedField } from './read-question.ts';

const GOOD = {
  'interaction[name]': '  Ana   Ferreira ',
  'interaction[email]': 'Ana@Customer.Example',
  'email[subject]': 'The grinder\nis stuck',
  'email[body]': 'It makes\r\nno sound.\0',
};
const MODEL: AskedField = {
  id: 7,
  key: 'model',
  label: 'Model',
  type: 'list',
  choices: ['Alto', 'Basso'],
  active: true,
  required: true,
};
const nothing = { asked: [], person: null };

describe('the e-mail form', () => {
  it('is read with what people mean: one line where one line belongs, one kind of line ends', () => {
    expect(readQuestion(GOOD, nothing)).toEqual({
      question: {
        name: 'Ana Ferreira',
        email: 'ana@customer.example',
        subject: 'The grinder is stuck',
        body: 'It makes\nno sound.',
        customFields: {},
      },
    });
  });

  it.each([
    [{ 'interaction[name]': ' ' }, 'interaction[name]', 'name_required'],
    [{ 'interaction[name]': 'a'.repeat(101) }, 'interaction[name]', 'exceeding_max_chars'],
    [{ 'interaction[email]': '' }, 'interaction[email]', 'email_required'],
    [{ 'interaction[email]': 'ana@' }, 'interaction[email]', 'invalid_email'],
    [{ 'interaction[email]': `${'a'.repeat(90)}@customer.example` }, 'interaction[email]', 'exceeding_max_chars'],
    [{ 'email[subject]': '' }, 'email[subject]', 'subject_required'],
    [{ 'email[subject]': 'a'.repeat(256) }, 'email[subject]', 'exceeding_max_chars'],
    [{ 'email[body]': '\n \n' }, 'email[body]', 'message_required'],
    [{ 'email[body]': 'a'.repeat(5001) }, 'email[body]', 'exceeding_max_chars'],
  ])('with %j says at %s: %s', (wrong, field, snippet) => {
    expect(readQuestion({ ...GOOD, ...wrong }, nothing)).toEqual({ problems: [{ field, snippet }] });
  });

  it('does not ask who is signed in for what is known, nor believes another name', () => {
    const person = { name: 'Ana Ferreira', email: 'ana@customer.example' };
    const read = readQuestion({ ...GOOD, 'interaction[email]': 'boss@customer.example' }, { asked: [], person });
    expect(read).toMatchObject({ question: person });
  });

  it('asks for the fields that the brand wants, under the names of old themes and of new ones', () => {
    const asked = { asked: [MODEL], person: null };
    expect(readQuestion({ ...GOOD, 'ticket[custom7]': 'Alto' }, asked)).toMatchObject({
      question: { customFields: { model: 'Alto' } },
    });
    expect(readQuestion({ ...GOOD, 'ticket[custom_model]': 'Basso' }, asked)).toMatchObject({
      question: { customFields: { model: 'Basso' } },
    });
    expect(readQuestion(GOOD, asked)).toEqual({ problems: [{ field: 'ticket[custom7]', snippet: 'required' }] });
    expect(readQuestion({ ...GOOD, 'ticket[custom7]': 'Soprano' }, asked)).toEqual({
      problems: [{ field: 'ticket[custom7]', snippet: 'field_invalid' }],
    });
  });
});

describe('a flood of forms', () => {
  const person = { trapped: false };

  it('leaves each network what is its own', () => {
    const flooded = { ofNetwork: POSTS_OF_ITS_OWN, ofAddress: 1, shared: 100_000 };
    expect(judgePost(flooded, person)).toEqual({ allow: true, hold: null });
  });

  it('ends where a network has more than its share, or all together have', () => {
    expect(judgePost({ ofNetwork: POSTS_OF_A_NETWORK + 1, ofAddress: 1, shared: 1 }, person)).toEqual({ allow: false });
    const late = { ofNetwork: POSTS_OF_ITS_OWN + 1, ofAddress: 1, shared: POSTS_SHARED + 1 };
    expect(judgePost(late, person)).toEqual({ allow: false });
  });

  it('under one address waits for a person, so that nobody can lock out whose address it is', () => {
    const counts = { ofNetwork: 1, ofAddress: POSTS_OF_AN_ADDRESS + 1, shared: 0 };
    expect(judgePost(counts, person)).toMatchObject({ allow: true, hold: expect.stringContaining('within a minute') });
  });

  it('is held where the field is filled that people do not see', () => {
    expect(judgePost({ ofNetwork: 1, ofAddress: 1, shared: 0 }, { trapped: true })).toMatchObject({
      hold: expect.stringContaining('do not see'),
    });
  });
});

describe('the quoted link of a case', () => {
  it('loses its key, and nothing else is touched', () => {
    const token = `1a-${'x_-'.repeat(15).slice(0, 43)}`;
    const home = 'https://help.larkspur.example';
    const said = `> See it: ${home}${keyedCasePageOf(token)}\n> or ${home}${casePageOf(12)}`;
    expect(withoutCaseKeys(said)).toBe(
      `> See it: ${home}/customer/portal/private/cases\n> or ${home}/customer/portal/private/cases/12`,
    );
  });
});
