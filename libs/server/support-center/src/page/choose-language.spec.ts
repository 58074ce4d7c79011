import { describe, expect, it } from 'vitest';
import { chooseLanguage } from './choose-language.ts';

const none = { named: null, chosen: undefined, accepted: undefined };

describe('the language of a page', () => {
  it.each([
    ['the brand’s first for whoever says nothing', none, 'en'],
    ['that of the address before all others', { named: 'de', chosen: 'fr', accepted: 'fr' }, 'de'],
    ['that of an earlier choice before what the browser says', { ...none, chosen: 'fr', accepted: 'de' }, 'fr'],
    ['what the browser likes best', { ...none, accepted: 'it, fr;q=0.7, de;q=0.9' }, 'de'],
    ['the same tongue of another country', { ...none, accepted: 'de-AT' }, 'de'],
    ['a country of the same tongue', { ...none, accepted: 'pt' }, 'pt-BR'],
    ['never one that is refused', { ...none, accepted: 'de;q=0, *' }, 'en'],
    ['never one that the brand does not speak', { ...none, named: 'ja', chosen: 'xx' }, 'en'],
    ['the brand’s first when the header is nonsense', { ...none, accepted: ';;;q=,,"' }, 'en'],
  ])('is %s', (_, wishes, language) => {
    expect(chooseLanguage(['en', 'de', 'fr', 'pt-BR'], wishes)).toBe(language);
  });
});
