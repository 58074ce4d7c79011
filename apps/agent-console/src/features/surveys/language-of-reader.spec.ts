import { afterEach, expect, it } from 'vitest';
import { writeFor } from '../../language/format.ts';
import { languageOfReader } from './language-of-reader.ts';

const words = (text: string) => ({ question: text, additionalQuestion: '' });
afterEach(() => writeFor({}));

it('is her own, else English, else the first that there is', () => {
  writeFor({ locale: 'de-DE' });
  expect(languageOfReader({ de: words('Zufrieden?'), en: words('Content?') })).toBe('de');
  writeFor({ locale: 'fr' });
  expect(languageOfReader({ de: words('Zufrieden?'), en: words('Content?') })).toBe('en');
  expect(languageOfReader({ pt: words('Contente?') })).toBe('pt');
});
