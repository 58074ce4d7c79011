import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  BUILT_IN_TEMPLATES,
  checkPlaceholders,
  checkTemplate,
  fillHtml,
  fillTemplate,
  fillText,
  normaliseTemplate,
  signatureWords,
  textOfHtml,
  writtenTemplate,
} from './index.ts';

const values = new Map([
  ['customer.name', 'Ana <b>Ferreira</b>'],
  ['customer.first_name', 'ana'],
  ['case.subject', 'Say {{customer.name}} & "hi"'],
  ['case.id', '1042'],
  ['case.custom_size', 'Two\nlines'],
]);

describe('a placeholder', () => {
  it.each([
    ['Hello {{customer.first_name}},', 'Hello ana,'],
    ['{{ customer.first_name | capitalize }}', 'Ana'],
    ['{{company.name | default: "your company"}}', 'your company'],
    ["{{company.name | default: 'a | b'}}", 'a | b'],
    ['{{customer.first_name | upcase | truncate: 2}}', 'A…'],
    ['{{case.subject}}', 'Say {{customer.name}} & "hi"'],
    ['{{nothing.such}}', ''],
    ['{{ not a name }}', ''],
    ['{{customer.first_name | shout}}', 'ana'],
    ['Open {{customer.first_name', 'Open {{customer.first_name'],
    ['{{}}', ''],
  ])('%j says %j', (source, said) => {
    expect(fillText(source, values)).toBe(said);
  });

  it('says a value in HTML as text, with its lines', () => {
    expect(fillHtml('<p>{{customer.name}}</p>', values)).toBe('<p>Ana &lt;b&gt;Ferreira&lt;/b&gt;</p>');
    expect(fillHtml('{{case.custom_size}}', values)).toBe('Two<br>lines');
    expect(fillHtml('{{company.name | default: &quot;R&amp;D&quot;}}', values)).toBe('R&amp;D');
  });

  it('says nothing inside of a tag', () => {
    expect(fillHtml('<a href="{{case.subject}}">x</a>', values)).toBe('<a href="">x</a>');
  });

  it('never throws, leaks no markup and is never read again, whatever it is given', () => {
    const pieces = fc.array(
      fc.oneof(
        fc.string(),
        fc.constantFrom('{{', '}}', '|', '"', '{{v.x}}', '{{v.x | upcase}}', '{{message}}', '<', '&lt;', "default: '"),
      ),
      { maxLength: 12 },
    );
    const hostile = fc.oneof(
      fc.string(),
      fc.constantFrom('<script>', '{{v.y}}', '"><img src=x>', '&lt;', '{{message}}'),
    );
    fc.assert(
      fc.property(pieces, hostile, (parts, value) => {
        const source = parts.join('').replaceAll('<', '');
        const known = new Map([
          ['v.x', value],
          ['v.y', 'SECRET'],
        ]);
        expect(fillHtml(source, known)).not.toMatch(/<(?!br>)/);
        if (!source.includes('v.y')) expect(fillText(source, known)).not.toContain('SECRET');
        expect(() => checkTemplate(parts.join(''), { place: 'reply', customFields: null })).not.toThrow();
        expect(() => textOfHtml(parts.join(''))).not.toThrow();
      }),
    );
  });
});

describe('what is wrong with a template', () => {
  const fields = [{ owner: 'case' as const, key: 'size' }];
  it.each([
    ['{{message}} {{customer.nam}}', 'did you mean {{customer.name}}'],
    ['{{message}}\n<p>{{customer.custom_size}}</p>', 'no custom field behind {{customer.custom_size}}'],
    ['{{message}}\n<p>{{customer.name | shout}}</p>', 'There is no filter "shout"'],
    ['{{message}}\n<p>{{customer.name | default}}</p>', 'Say what stands in its place'],
    ['{{message}}\n<p>{{customer name}}</p>', '{{customer name}} cannot be read'],
    ['{{message}}\n<p>Hello {{customer.name</p>', 'never closed'],
    ['<p>Hello</p>', 'Say once where the words of the agent go'],
    ['{{message}}{{message}}', 'Say once where the words of the agent go'],
    ['<p>Hello {{message}} bye</p>', 'a line of its own'],
    ['{{message}}\n<a href="https://x.example/{{case.id}}">x</a>', 'inside of a tag'],
    ['{{message | upcase}}', 'takes no filter'],
    ['{{message}}\n{{history}}\n{{history}}', 'Name {{history}} once'],
  ])('%j is said', (html, problem) => {
    const problems = checkTemplate(html, { place: 'reply', customFields: fields });
    expect(problems.join(' ')).toContain(problem);
  });

  it.each([
    '{{message}}\n{{signature}}\n{{history}}',
    '<div style="color:#333">\n{{message}}\n</div>\n<hr>{{signature}}',
    '<p>Dear {{case.customer.first_name | default: &quot;customer&quot;}}</p>\n{{message}}\n<p>{{case.custom_size}}</p>',
  ])('is nothing in %j', (html) => {
    expect(checkTemplate(html, { place: 'reply', customFields: fields })).toEqual([]);
  });

  it.each(['<', '<a', '<p ', '\n<p\n', '</p', '{{ ', '{{message'])(
    'is found at once in %j without end (S9)',
    (unit) => {
      const html = unit.repeat(50_000 / unit.length);
      const began = performance.now();
      checkTemplate(normaliseTemplate(html), { place: 'reply', customFields: fields });
      expect(performance.now() - began).toBeLessThan(1000);
    },
  );

  it('keeps the words of strangers out of what the desk says by itself (S6)', () => {
    const check = (html: string) => checkTemplate(html, { place: 'acknowledgement', customFields: fields });
    for (const name of ['customer.name', 'case.subject', 'case.customer.name', 'case.custom_size', 'case.labels']) {
      expect(check(`<p>{{${name}}}</p>`).join()).toContain("stranger's words");
    }
    expect(check(BUILT_IN_TEMPLATES.acknowledgement.html)).toEqual([]);
    const reply = { place: 'reply', customFields: fields } as const;
    expect(checkTemplate(BUILT_IN_TEMPLATES.reply.html, reply)).toEqual([]);
    expect(check('{{message}}').join()).toContain('answers by itself');
  });

  it('knows that a signature is no template', () => {
    const check = (text: string) => checkPlaceholders(text, { place: 'signature', customFields: null });
    expect(check('{{current_user.name_public}}\n{{brand.name}}, {{case.custom_any}}')).toEqual([]);
    expect(check('{{message}}')[0]).toContain('cannot hold');
  });
});

describe('a filled template', () => {
  const blocks = {
    message: { text: 'Hello {{case.id}}', html: '<p>Hello {{case.id}}</p>' },
    signature: { text: '-- \nThe team', html: '<p>-- </p>\n<p>The team</p>' },
  };

  it('says both forms from one source, and leaves the words of the agent as they are', () => {
    const source =
      '<h2>Case {{case.id}}</h2>\n{{message}}\n{{signature}}\n{{history}}\n<p>Visit <a href="https://larkspur.example/">us</a></p>';
    const filled = fillTemplate(source, { values, blocks });
    expect(filled.text).toBe('Case 1042\n\nHello {{case.id}}\n\n-- \nThe team\n\nVisit us (https://larkspur.example/)');
    expect(filled.html).toBe(
      '<h2>Case 1042</h2>\n<p>Hello {{case.id}}</p>\n<p>-- </p>\n<p>The team</p>\n<p>Visit <a href="https://larkspur.example/">us</a></p>',
    );
    expect(filled.text.slice(filled.places.message?.from, filled.places.message?.to)).toBe('Hello {{case.id}}');
  });

  it('gives a block that an editor put into a paragraph a line of its own', () => {
    expect(normaliseTemplate('<p>{{ message }}</p><p>Bye</p><p>{{signature}}<br /></p>')).toBe(
      '{{ message }}\n<p>Bye</p>\n{{signature}}',
    );
  });
});

describe('what an administrator types', () => {
  it.each([
    [
      'Dear {{customer.name}},\n\n{{message}}\nBest,\n<b>us</b>',
      '<p>Dear {{customer.name}},</p>\n{{message}}\n<p>Best,<br><b>us</b></p>',
    ],
    ['<div>\nplain\n</div>', '<div>\nplain\n</div>'],
    ['<p>One</p>\n<p>Two</p>', '<p>One</p>\n<p>Two</p>'],
  ])('%j is kept as %j', (typed, kept) => {
    expect(normaliseTemplate(typed)).toBe(kept);
    expect(normaliseTemplate(kept)).toBe(kept);
  });
});

describe('a kept template', () => {
  it.each([
    [
      '<p>Dear {{customer.name}},</p>\n{{message}}\n<p>Best,<br><b>us</b></p>',
      'Dear {{customer.name}},\n\n{{message}}\n\nBest,\n<b>us</b>',
    ],
    ['<p>One</p>\n<p>Two</p>', 'One\n\nTwo'],
    ['{{message}}\n{{signature}}', '{{message}}\n{{signature}}'],
    ['<div>\n<p>In a frame</p>\n</div>', '<div>\n<p>In a frame</p>\n</div>'],
    ['<p style="color:red">Red</p>', '<p style="color:red">Red</p>'],
  ])('%j is shown as it would be typed', (kept, typed) => {
    expect(writtenTemplate(kept)).toBe(typed);
    expect(normaliseTemplate(typed)).toBe(kept);
  });
});

describe('the signature below a mail', () => {
  const facts = new Map([
    ['current_user.signature', 'Mia, Support\n'],
    ['brand.name', 'Larkspur'],
  ]);

  it.each([
    ['The team of {{brand.name}}', 'Mia, Support\n\nThe team of Larkspur'],
    ['{{brand.name}}\n{{current_user.signature}}', 'Larkspur\nMia, Support'],
    ['', 'Mia, Support'],
  ])('of the brand %j reads %j', (signature, read) => {
    expect(signatureWords(signature, facts)).toBe(read);
  });

  it('is empty where nobody signs', () => {
    expect(signatureWords(' ', new Map())).toBe('');
  });
});

describe('the text of simple HTML', () => {
  it.each([
    ['<p>One</p><p>Two<br>Three</p>', 'One\n\nTwo\nThree'],
    ['<ul><li>One</li><li>Two</li></ul>', '- One\n- Two'],
    ['<a href="mailto:a@b.example">a@b.example</a>', 'a@b.example'],
    ['A &amp; B &lt;c&gt;', 'A & B <c>'],
    ['<p>A</p><hr><p>B</p>', 'A\n\n---\n\nB'],
  ])('%j reads %j', (html, text) => {
    expect(textOfHtml(html)).toBe(text);
  });
});
