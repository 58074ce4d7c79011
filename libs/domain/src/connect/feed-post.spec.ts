import { describe, expect, it } from 'vitest';
import { isPostOf, mentionsIn, MOST_MENTIONS, POST_LENGTH, postText, sayPost } from './feed-post.ts';

const ERIN = '005SB0000000002MAA';
const values = new Map([
  ['case.status', 'resolved'],
  ['case.subject', `Ask @[${ERIN}] {{case.status}}`],
]);

describe('what a post says', () => {
  it('is words and mentions, in the order of its template', () => {
    expect(sayPost(`  @[${ERIN}]: case is {{case.status}}!\r\nThanks `, values)).toEqual({
      segments: [{ mention: ERIN }, { text: ': case is resolved!\nThanks' }],
      missing: [],
    });
  });

  it('mentions nobody whom a customer wrote into a subject, and fills nothing twice', () => {
    const { segments } = sayPost('New: {{case.subject}}', values);
    expect(segments).toEqual([{ text: `New: Ask @[${ERIN}] {{case.status}}` }]);
  });

  it('follows the choices of its template, with whom they mention', () => {
    const source = `{% if case.status == "resolved" %}Done, @[${ERIN}]{% else %}Going on{% endif %}`;
    expect(sayPost(source, values).segments).toEqual([{ text: 'Done, ' }, { mention: ERIN }]);
    expect(sayPost(source, new Map([['case.status', 'open']])).segments).toEqual([{ text: 'Going on' }]);
  });

  it('is nothing without the values that it wants, and names them', () => {
    expect(sayPost('{{customer.title}}', values)).toEqual({ segments: [], missing: ['customer.title'] });
  });

  it('is cut to what Salesforce holds', () => {
    const { segments } = sayPost(`@[${ERIN}] ${'ä'.repeat(20_000)}`, values);
    expect(postText(segments.slice(1))).toHaveLength(POST_LENGTH - 122);
    expect(postText(segments)).toMatch(/ä…$/);
  });

  it('counts everybody it mentions', () => {
    expect(mentionsIn(`@[${ERIN}] and @[005000000000001], not @[001SB0000000002MAA]`)).toEqual([
      ERIN,
      '005000000000001',
    ]);
    expect(mentionsIn(`@[${ERIN}]`.repeat(MOST_MENTIONS + 1))).toHaveLength(MOST_MENTIONS + 1);
  });
});

describe('a post of the feed', () => {
  const { segments } = sayPost(`Hello @[${ERIN}], and @[${ERIN}] again: done.`, values);

  it.each([
    ['Hello @Erin Doyle, and @Erin Doyle again: done.', true],
    ['Hello @Erin, and sons, and @Erin Doyle again: done.', true],
    ['Hello @Erin Doyle, and @Erin Doyle again: done. Really', false],
    ['Hello, and again: done.', false],
    ['', false],
  ])('%s', (body, same) => expect(isPostOf(segments, body)).toBe(same));

  it('may end with a name', () => {
    const ended = sayPost(`Done by @[${ERIN}]`, values).segments;
    expect(isPostOf(ended, 'Done by @Erin Doyle')).toBe(true);
    expect(isPostOf(ended, 'Undone by @Erin Doyle')).toBe(false);
  });
});
