import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  checkHtml,
  checkPlaceholders,
  checkTemplate,
  fillHtml,
  fillText,
  normaliseTemplate,
  sayHtml,
  sayText,
} from './index.ts';

const values = new Map([
  ['customer.first_name', 'Ana'],
  ['case.priority', '8'],
  ['case.status', 'open'],
  ['case.labels', 'Refund, Warranty'],
  ['case.custom_vip', 'true'],
  ['case.custom_loud', 'false'],
  ['case.created_at', '2026-03-05 14:07'],
  ['case.subject', '{% if case.priority %}x{% endif %}'],
]);

describe('a choice in a text', () => {
  it.each([
    ['{% if customer.first_name %}Hello {{customer.first_name}}{% else %}Hello{% endif %}', 'Hello Ana'],
    ['{% if customer.last_name %}a{% else %}b{% endif %}', 'b'],
    ['{% if case.priority > 7 %}soon{% elsif case.priority > 3 %}today{% else %}later{% endif %}', 'soon'],
    ['{% if case.priority < 7 %}soon{% elsif case.priority >= 8 %}today{% endif %}', 'today'],
    ['{% if case.priority == "8" and case.status != "closed" %}yes{% endif %}', 'yes'],
    ['{% if case.status == "Open" %}yes{% endif %}', 'yes'],
    ['{% if case.labels contains "warranty" %}yes{% endif %}', 'yes'],
    ['{% if case.custom_vip %}vip{% endif %}{% if case.custom_loud %}loud{% endif %}', 'vip'],
    ['{% unless case.custom_loud %}quiet{% endunless %}', 'quiet'],
    ['{% if company.name == blank %}no company{% endif %}', 'no company'],
    ['{% if company.name > 3 or company.name < 3 %}x{% else %}no number{% endif %}', 'no number'],
    ['{% if false and false or true %}x{% else %}from the right{% endif %}', 'from the right'],
    ['{% if case.priority %}{% if company.name %}a{% else %}b{% endif %}{% endif %}', 'b'],
    ['a  {%- if case.priority -%}  b  {%- endif -%}  c', 'abc'],
    ['{% if ? %}never{% endif %}', ''],
    ['{% if case.priority %}not closed', 'not closed'],
    ['{% endif %}{% else %}words', 'words'],
    ['{% assign x = 1 %}words', 'words'],
    ['{{case.subject}}', '{% if case.priority %}x{% endif %}'],
  ])('%s says %j', (source, said) => {
    expect(fillText(source, values)).toBe(said);
  });

  it('is read in HTML as an editor writes it, and leaves no empty paragraph', () => {
    const html = '<p>Hello</p><p>{% if case.priority &gt; 7 %}</p><p>At once.</p><p>{% endif %}</p>';
    expect(fillHtml(html, values)).toBe('<p>Hello</p><p>At once.</p>');
    expect(fillHtml(html, new Map([['case.priority', '2']]))).toBe('<p>Hello</p>');
  });

  it('stands in lines of its own in a template', () => {
    const written = 'Hello\n{% if case.priority > 7 %}\nAt once.\n{% endif %}\nBye';
    const kept = normaliseTemplate(written);
    expect(kept).toBe('<p>Hello</p>\n{% if case.priority > 7 %}\n<p>At once.</p>\n{% endif %}\n<p>Bye</p>');
    expect(normaliseTemplate(kept)).toBe(kept);
  });

  it('says what was missing, where nothing stood in for it and it was to be said at all', () => {
    const source =
      'A {{company.name}} {{company.name | default: "you"}} {% if company.name %}{{customer.title}}{% endif %}';
    expect(sayText(source, values)).toEqual({ words: 'A  you ', missing: ['company.name'] });
    expect(sayHtml(`<p>${source}</p>`, values).missing).toEqual(['company.name']);
  });

  it('never throws and never prints a placeholder of its own, whatever it is given', () => {
    const word = fc.constantFrom(
      '{% if a %}',
      '{% else %}',
      '{% endif %}',
      '{% elsif a > 1 %}',
      '{{a.b}}',
      '<p>',
      '</p>',
      'x',
      '{%-',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(word, fc.string()), { maxLength: 30 }), (parts) => {
        const source = parts.join('');
        expect(fillHtml(source, values)).not.toContain('{{a.b}}');
        expect(fillText(source, values)).not.toContain('{% endif %}');
      }),
    );
  });
});

describe('what is wrong with a choice', () => {
  const options = { place: 'action' as const, customFields: [] };
  it.each([
    ['{% if case.priority > 7 %}x', '{% if case.priority > 7 %} is never closed: write {% endif %} where it ends.'],
    ['x{% endif %}', '{% endif %} closes nothing; leave it out, or write its beginning.'],
    ['{% else %}', '{% else %} belongs between {% if %} and {% endif %}, and before {% else %}.'],
    ['{% for x in y %}', 'There is no {% for x in y %}; there are {% if %}, {% unless %}, {% elsif %} and {% else %}.'],
    [
      '{% if case.priority >> 7 %}x{% endif %}',
      '{% if case.priority >> 7 %} cannot be read; write it as in {% if case.priority > 7 %}.',
    ],
    ['{% if case.custom_size %}x{% endif %}', 'There is no custom field behind {{case.custom_size}}.'],
    ['{% if case.subjet %}x{% endif %}', 'There is no placeholder {{case.subjet}}; did you mean {{case.subject}}?'],
    [
      '{% if true %}{{case.subjet}}{% endif %}',
      'There is no placeholder {{case.subjet}}; did you mean {{case.subject}}?',
    ],
  ])('%s', (source, problem) => {
    expect(checkPlaceholders(source, options)).toEqual([problem]);
  });

  it('is said of HTML that it would tear apart', () => {
    expect(checkHtml('<p>a {% if true %}b</p><p>c{% endif %}</p>', options)).toEqual([
      '{% if true %} begins and ends in different paragraphs: put it around whole ones, or inside of one.',
    ]);
    expect(checkHtml('<p>a {% if case.priority &gt; 2 %}<b>b</b><br>{% endif %}</p>', options)).toEqual([]);
  });

  it('is said of a template that would lose its message', () => {
    const problems = checkTemplate('{% if case.priority > 2 %}\n{{message}}\n{% endif %}', {
      place: 'reply',
      customFields: [],
    });
    expect(problems).toContain('{{message}}, {{signature}} and {{history}} cannot stand inside of an {% if %}.');
  });
});

describe('a filter', () => {
  it.each([
    ['{{case.created_at | date: "%-d %B %Y, %H:%M"}}', '5 March 2026, 14:07'],
    ['{{case.created_at | date: "%d.%m.%y %l:%M %p"}}', '05.03.26 2:07 PM'],
    ['{{case.status | date: "%Y"}}', 'open'],
    ['{{customer.first_name | append: "!" | prepend: "Dear "}}', 'Dear Ana!'],
    ['{{company.name | append: "!" | default: "you"}}', 'you'],
    ['{{case.labels | replace: ", ", " / "}}', 'Refund / Warranty'],
    ['{{case.labels | remove: "Refund, "}}', 'Warranty'],
    ['{{case.labels | truncatewords: 1}}', 'Refund,…'],
    ['{{case.labels | clip: 4}}', 'Ref…'],
    ['{{case.labels | url_encode}}', 'Refund%2C%20Warranty'],
  ])('%s says %j', (source, said) => {
    expect(checkPlaceholders(source, { place: 'action', customFields: null })).toEqual([]);
    expect(fillText(source, values)).toBe(said);
  });
});
