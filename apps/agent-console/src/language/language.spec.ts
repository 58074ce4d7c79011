/// <reference types="vite/client" />
import { describe, expect, it } from 'vitest';
import { german } from './german.ts';
import { sentencesGerman } from './sentences.de.ts';
import { translate } from './sentences.ts';
import { placesSoFar } from './words.ts';

const places = import.meta.glob(['../**/*.words.ts', '../app/words.ts', '../app/providers.tsx']);
const contracts = import.meta.glob<string>('../../../../libs/contracts/src/**/*.ts', {
  query: '?raw',
  import: 'default',
  eager: true,
});
const features = import.meta.glob<string>(
  ['../../../../libs/server/{cases,channels,customers,identity}/src/**/*.ts', '../../../../libs/domain/src/**/*.ts'],
  { query: '?raw', import: 'default', eager: true },
);

const automation = import.meta.glob<string>(
  ['../../../../libs/server/automation/src/**/*.ts', '../../../../libs/domain/src/conditions/*.ts'],
  { query: '?raw', import: 'default', eager: true },
);

/** Words that are the same in both languages. */
const SAME = new Set(
  [
    'Bureau, Filter, Status, Chat, X, Facebook, Name, Port, Administrator, Normal, Spam, API, OK, E-Mail, Support, Team',
    'Import, Export, System, Server, IMAP, SMTP, Code, Text, Test, Link, Token, Detail, Details, Agent, Version, Start',
    'Domain, Domains, HTML, URL, SPF, DKIM, DMARC, Cc, Bcc, Message-ID, Position, Person, Live, Offline',
    'Website, English, Deutsch, Navigation, Administration, SHA-256, Orange, STARTTLS, TLS, 7 ms, In 7, Q&A',
    'Webhook, Webhooks, Widget, Salesforce, Chatter, Version 7, Pause, Logo, Desk, Desk Connect, My Domain, Organisation',
    'Edition, Sandbox, Lightning, Classic, Accounts',
  ].flatMap((line) => line.split(', ')),
);

/** Texts that stand for no language of their own: names, marks, figures. */
const isSame = (text: string) => SAME.has(text) || !/\p{L}{2}/u.test(text);

/** Examples of what is typed into the search, which speaks one language. */
const isTyped = (path: string) => path.startsWith('.operators.') && path.endsWith('.example');

async function allPlaces(): Promise<Map<string, object>> {
  await Promise.all(Object.values(places).map((load) => load()));
  return new Map(placesSoFar());
}

/** The texts of a place by their path; functions are asked with examples. */
function leaves(text: unknown, path = ''): Map<string, string> {
  if (typeof text === 'string') return new Map([[path, text]]);
  if (typeof text === 'function') return new Map([[path, example(text as (...given: unknown[]) => unknown)]]);
  if (typeof text !== 'object' || text === null) return new Map();
  return new Map(Object.entries(text).flatMap(([key, inner]) => [...leaves(inner, `${path}.${key}`)]));
}

/** Where the English is empty because the desk says it itself, such as the names of fields: the German may say more. */
function openPaths(text: unknown, path = ''): string[] {
  if (typeof text !== 'object' || text === null) return [];
  const inner = Object.entries(text);
  return inner.length === 0 ? [path] : inner.flatMap(([key, value]) => openPaths(value, `${path}.${key}`));
}

function example(say: (...given: unknown[]) => unknown): string {
  for (const given of [
    [7, 7, 7, 7],
    ['7', '7', '7', '7'],
    [['7'], ['7'], ['7']],
  ]) {
    try {
      const said = say(...given);
      if (typeof said === 'string') return said;
    } catch {
      // Asked with the wrong kind of thing; the next example may fit.
    }
  }
  return '';
}

const germans = import.meta.glob<string>('../**/*.de.ts', { query: '?raw', import: 'default', eager: true });

describe('every place', () => {
  it('has a name of its own', async () => {
    await allPlaces();
    const ids = placesSoFar().map(([id]) => id);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
  });

  it('speaks German too', async () => {
    const ids = [...(await allPlaces()).keys()];
    expect(ids.filter((id) => !german.has(id))).toEqual([]);
    expect([...german.keys()].filter((id) => !ids.includes(id))).toEqual([]);
  });

  it('says in German everything that it says in English, and nothing else', async () => {
    const english = await allPlaces();
    for (const [id, text] of english) {
      const open = openPaths(text);
      const said = [...leaves(german.get(id)).keys()].filter((path) => !open.some((start) => path.startsWith(start)));
      expect(said.sort(), id).toEqual([...leaves(text).keys()].sort());
    }
  });

  it('waits in German for nothing of the console, which would speak English by then', () => {
    const needs = Object.entries(germans).flatMap(([path, source]) =>
      [...source.matchAll(/^import (?!type )[^;]* from '([^']+)';/gm)]
        .filter(([, from = '']) => !/\.de\.ts$|\/language\/format\.ts$|^@bureau\/ui\/german$/.test(from))
        .map(([, from]) => `${path}: ${from}`),
    );
    expect(needs).toEqual([]);
  });

  it('is translated, not copied', async () => {
    const copied = [...(await allPlaces())].flatMap(([id, text]) => {
      const translated = leaves(german.get(id));
      return [...leaves(text)]
        .filter(([path, words]) => words !== '' && translated.get(path) === words && !isSame(words) && !isTyped(path))
        .map(([path, words]) => `${id}${path}: ${words}`);
    });
    expect(copied).toEqual([]);
  });
});

const SENTENCE = /(?<!summary: ?\n? *)(['`])((?:(?!\1)[^\\\n]|\\.)*)\1/g;

/** Sentences that people may read beside a field: in contracts all but summaries, elsewhere those that refuse input. */
function sentencesOf(sources: Record<string, string>, isOne: (before: string) => boolean): string[] {
  const found = Object.entries(sources)
    .filter(([path]) => !/(\.spec|\/errors|\.fixture|\.factory)\.ts$/.test(path))
    .flatMap(([, source]) =>
      [...source.matchAll(SENTENCE)]
        .filter(({ index }) => isOne(source.slice(Math.max(0, index - 60), index)))
        .map(([, , text = '']) => text.replaceAll(/\$\{[^}]*\}/g, '7').replaceAll(/\\(.)/g, '$1'))
        .filter((text) => /^\p{Lu}.* .*\.$/u.test(text)),
    );
  return [...new Set(found)];
}

describe('what the desk says about input', () => {
  const isNoSummary = (before: string) => !/summary:\s*$/.test(before);
  const refuses = (before: string) => /\bpath: [^{}]*, message:\s*$/.test(before);

  // What rules, actions and webhooks say is read by people, all but what only the desk's own log and invariants say.
  const isRead = (before: string) => !/(?:new Error\(|log\.\w+\([^)]*,)\s*$/.test(before);

  it.each([
    ['contracts', sentencesOf(contracts, isNoSummary)],
    ['the server', sentencesOf(features, refuses)],
    ['automation', sentencesOf(automation, isRead)],
  ])('is known in German when it comes from %s', (_where, sentences) => {
    expect(sentences.length).toBeGreaterThan(20);
    expect(sentences.filter((sentence) => translate(sentence, sentencesGerman) === undefined)).toEqual([]);
  });

  it.each([
    ['@larkspur on X is read again.', '@larkspur auf X wird wieder gelesen.'],
    [
      'The Facebook page Larkspur cannot be read. X cannot be reached. The desk tries again by itself.',
      'Die Facebook-Seite Larkspur kann nicht gelesen werden. X ist nicht erreichbar. Bureau versucht es von selbst wieder.',
    ],
    [
      '@larkspur on X must be connected again. X cannot be reached. Connect the account again; what was said meanwhile is fetched then.',
      '@larkspur auf X muss neu verbunden werden. X ist nicht erreichbar. Was inzwischen gesagt wurde, wird dann nachgeholt.',
    ],
    [
      'X does not tell at once what is said about search terms. X cannot be reached. The desk looks for them every two minutes instead.',
      'X meldet nicht sofort, was über Suchbegriffe gesagt wird. X ist nicht erreichbar. Bureau sucht stattdessen alle zwei Minuten danach.',
    ],
  ])('tells of networks what the log says: %s', (english, german) => {
    expect(translate(english, sentencesGerman)).toBe(german);
  });

  it('keeps what it names', () => {
    expect(translate('At most 10,000 cases at once.', sentencesGerman)).toBe('Höchstens 10.000 Fälle auf einmal.');
    expect(translate('There is no role 12.', sentencesGerman)).toBe('Keine Rolle hat die Nummer 12.');
  });
});
