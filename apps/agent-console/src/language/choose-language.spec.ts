import { describe, expect, it } from 'vitest';
import { chooseSpeech, rememberSpeech } from './choose-language.ts';

function aStorage(kept: Record<string, string> = {}) {
  const values = new Map(Object.entries(kept));
  return {
    getItem: (name: string) => values.get(name) ?? null,
    setItem: (name: string, value: string) => void values.set(name, value),
    removeItem: (name: string) => void values.delete(name),
  };
}

const forbidden = {
  getItem: () => {
    throw new DOMException('No storage here.');
  },
  setItem: () => {
    throw new DOMException('No storage here.');
  },
  removeItem: () => {
    throw new DOMException('No storage here.');
  },
};

describe('the console speaks', () => {
  it.each([
    [{}, ['de-AT', 'en'], 'de', 'de-AT'],
    [{}, ['fr-FR', 'de', 'en'], 'de', 'de'],
    [{}, ['fr-FR'], 'en', 'en-GB'],
    [{}, [], 'en', 'en-GB'],
    [{ 'bureau.language': 'de' }, ['en-US'], 'de', 'de-DE'],
    [{ 'bureau.language': 'en' }, ['de-DE', 'en-US'], 'en', 'en-US'],
    [{ 'bureau.language': 'klingon' }, ['de-CH'], 'de', 'de-CH'],
  ])('with %j kept and %j wanted %s, and writes figures as in %s', (kept, wanted, language, locale) => {
    expect(chooseSpeech(aStorage(kept), wanted)).toMatchObject({ language, locale });
  });

  it('as the browser wants where nothing can be kept', () => {
    expect(chooseSpeech(forbidden, ['de-DE'])).toEqual({ language: 'de', locale: 'de-DE', timeZone: undefined });
  });

  it('of times in a zone that exists, else in the browser’s', () => {
    expect(chooseSpeech(aStorage({ 'bureau.time-zone': 'Asia/Tokyo' }), []).timeZone).toBe('Asia/Tokyo');
    expect(chooseSpeech(aStorage({ 'bureau.time-zone': 'Moon/Base' }), []).timeZone).toBeUndefined();
  });
});

describe('a preference that comes with the session', () => {
  it('is kept, and says once that the page has to be loaded anew', () => {
    const storage = aStorage();
    expect(rememberSpeech(storage, { language: 'de', timeZone: null })).toBe(true);
    expect(rememberSpeech(storage, { language: 'de', timeZone: null })).toBe(false);
    expect(chooseSpeech(storage, ['en']).language).toBe('de');
    expect(rememberSpeech(storage, { language: null, timeZone: null })).toBe(true);
    expect(chooseSpeech(storage, ['en']).language).toBe('en');
  });

  it('never makes the page load for ever where nothing can be kept', () => {
    expect(rememberSpeech(forbidden, { language: 'de', timeZone: 'Asia/Tokyo' })).toBe(false);
  });
});
