import { describe, expect, it } from 'vitest';
import { parseTemplate, renderTemplate } from './liquid-engine.ts';

const objects = {
  at: '2026-03-04T23:05:09Z',
  words: 'The boiler of the machine has to be descaled',
  rated: { my_rating: 1 },
  unrated: { my_rating: null },
};
const print = (expression: string) => renderTemplate(parseTemplate(`{{ ${expression} }}`), objects);

describe('the filters of Desk.com’s themes', () => {
  it.each([
    ['words | clip: 20', 'The boiler of the…'],
    ['"short" | clip: 20', 'short'],
    ['at | date: "%B %e, %Y"', 'March 4, 2026'],
    ['at | in_time_zone: "Asia/Tokyo" | date: "%Y-%m-%d %H:%M"', '2026-03-05 08:05'],
    ['at | in_time_zone: "Nowhere/Atall" | date: "%H:%M"', '23:05'],
    ['"no date" | date: "%Y"', ''],
    ['1 | pluralize: "article", "articles"', '1 article'],
    ['3 | pluralize: "article", "articles"', '3 articles'],
    ['"" | show_something: "none"', 'none'],
    ['"x" | show_something: "none"', 'x'],
    ['"{0} results for {1}" | format_snippet: 3, "boiler"', '3 results for boiler'],
    ['"/customer/a.png" | portal_image_url: "x"', '/customer/a.png'],
    ['"javascript:alert(1)" | portal_image_url', ''],
    ['"a b&c" | url_encode', 'a+b%26c'],
    ['rated | already_rated_by_user', 'true'],
    ['rated | already_rated_by_user_down', 'false'],
    ['unrated | already_rated_by_user', 'false'],
  ])('%s', async (expression, printed) => {
    expect(await print(expression)).toBe(printed);
  });

  it('names a picture by the hash of the address, however it is written', async () => {
    const picture = await print('"Ana@Larkspur.example " | gravatar_image: "mp", true');
    expect(picture).toMatch(/^https:\/\/secure\.gravatar\.com\/avatar\/[0-9a-f]{32}\?d=mp$/);
    expect(await print('"ana@larkspur.example" | gravatar_image: "mp"')).toBe(picture);
  });

  it('writes line breaks as scripts expect them', async () => {
    const printed = await renderTemplate(parseTemplate('{{ text | escape_newlines }}'), { text: 'one\ntwo' });
    expect(printed).toBe('one\\ntwo');
  });
});
