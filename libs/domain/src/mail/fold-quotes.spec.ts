import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldQuotes } from './fold-quotes.ts';

const texts = path.resolve(
  import.meta.dirname,
  '../../../../../shared/corpora/replies/github-zapier-crisp/crisp/texts',
);

describe('a reply above its history', () => {
  it.each([
    ['On Tue, Nov 3, 2026 at 9:30 AM Larkspur <support@larkspur.example> wrote:\n> How are you?', 'quote'],
    ['On Tue, Nov 3, 2026 at 9:30 AM Larkspur Support <\nsupport@larkspur.example> wrote:\n\n> How are you?', 'quote'],
    ['Am 03.11.26 um 09:30 schrieb Larkspur:\n> Wie geht es?', 'quote'],
    ['Le mar. 3 nov. 2026 à 09:30, Larkspur <support@larkspur.example> a écrit :\n> Ça va ?', 'quote'],
    ['El mar, 3 nov 2026 a las 9:30, Larkspur (<support@larkspur.example>) escribió:\n\n> ¿Qué tal?', 'quote'],
    ['Den tis 3 nov. 2026 kl 09:30 skrev Larkspur <support@larkspur.example>:\n> Hur är det?', 'quote'],
    ['2026年11月3日(火) 9:30 Larkspur <support@larkspur.example>:\n> 元気ですか', 'quote'],
    ['-----Original Message-----\nFrom: Larkspur\nHow are you?', 'history'],
    [
      'Von: Larkspur <support@larkspur.example>\nGesendet: Dienstag, 3. November 2026\nAn: Ana\nBetreff: Hallo\n\nHallo',
      'history',
    ],
    [
      '________________________________\nFrom: Larkspur <support@larkspur.example>\nSent: Tuesday\nTo: Ana\nSubject: Hi\n\nHi',
      'history',
    ],
    ['---------- Forwarded message ---------\nFrom: Bo <bo@shop.example>\n\nSee you', 'history'],
    ['> How are you?\n> Well?', 'quote'],
    ['-- \nAna Lima\n+351 555 0101', 'signature'],
    ['Sent from my iPhone', 'signature'],
    ['Gesendet von Outlook für Android', 'signature'],
  ])('folds %j', (history, kind) => {
    const text = `Fine, thank you.\n\n${history}\n`;
    const folded = foldQuotes(text);

    expect(folded.visible).toBe('Fine, thank you.');
    expect(folded.folded.at(0)?.kind).toBe(kind);
    expect(folded.folded.at(0)?.start).toBe(folded.visibleLength);
    expect(folded.folded.at(-1)?.end).toBe(text.length);
  });
});

describe('words that must stay', () => {
  it.each([
    ['an answer between quotes', '> Red?\nNo.\n> Blue?\nYes.'],
    ['an answer below', 'On Nov 3, 2026, Larkspur <s@larkspur.example> wrote:\n> Red or blue?\n\nBlue, please.'],
    ['a route', 'From: Berlin\nTo: Paris\nDate: 3 May 2026\n\nCan you book that?'],
    ['a list with dashes', 'Two things:\n-- the grinder\n-- the kettle'],
    ['a rule of two dashes', `Summary\n--\n${'A line of the report.\n'.repeat(20)}`],
    [
      'a sentence that begins like an attribution',
      'On the other hand, my mother wrote: keep it. That was 3 years ago.',
    ],
    ['a sentence about a phone', 'Sent from my desk, which is easier than my phone.'],
    ['nothing but a forward', '---------- Forwarded message ---------\nFrom: Bo <bo@shop.example>\n\nSee you'],
    ['nothing but a quote', '> How are you?'],
    ['an emoji alone', '👍'],
  ])('shows %s', (_, text) => {
    expect(foldQuotes(text).visibleLength).toBe(text.length);
  });

  it('keeps the words right above an attribution', () => {
    const text =
      'Please change the order.\nOn 2 May I asked.\nOn Nov 3, 2026, Larkspur <s@larkspur.example> wrote:\n> Hi';
    expect(foldQuotes(text).visible).toBe('Please change the order.\nOn 2 May I asked.');
  });

  it('shows every word of unquoted lines that stand below a quote', () => {
    const words = fc.array(fc.stringMatching(/^[a-z]{1,12}( [a-z]{1,12}){0,6}$/), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(words, words, (quoted, written) => {
        const text = [...quoted.map((line) => `> ${line}`), ...written].join('\n');
        return written.every((line) => foldQuotes(text).visible.includes(line));
      }),
    );
  });

  it('loses nothing, whatever the text', () => {
    const line = fc.oneof(
      fc.string(),
      fc.constantFrom('', '> x', '-- ', 'On 1/2/2026 a@b.example wrote:', '---', 'From: a'),
    );
    fc.assert(
      fc.property(fc.array(line), (lines) => {
        const text = lines.join('\n');
        const { visibleLength, folded } = foldQuotes(text);
        const ends = folded.map(({ end }) => end);
        expect(folded.map(({ start }) => start)).toEqual([visibleLength, ...ends].slice(0, folded.length));
        expect(ends.at(-1) ?? visibleLength).toBe(text.length);
      }),
    );
  });

  it('ends soon on hostile text', () => {
    const hostile = [
      '> '.repeat(100_000),
      'On 1 '.repeat(50_000),
      '-'.repeat(200_000),
      'a@'.repeat(100_000),
      '\n>\n'.repeat(50_000),
    ];
    for (const text of hostile) expect(foldQuotes(text).visibleLength).toBe(text.length);
  });
});

const FIRST_BLOCK =
  'email_7 email_8 email_9 email_10 email_11 email_12 email_13 email_14 email_15 email_16 email_17 email_22 email_23 email_24 email_25 email_26 email_danish_dash_separator email_en_multiline_2 email_finnish email_fr_multiline email_french_2 email_french_dash_separator email_german email_german_2 email_german_3 email_german_outlook email_gmail_split_line_from email_italian email_norwegian_gmail email_original_message email_original_message_2 email_outlook_split_line_from email_portuguese email_russian email_tricky_5_mixed_languages email_tricky_10_special_chars_in_name email_tricky_12_no_space_after_header email_tricky_14_long_quote_header email_tricky_15_original_message_variations'.split(
    ' ',
  );
const WHOLE = ['email_5', 'email_not_a_signature', 'email_not_a_signature_2', 'email_tricky_1_on_false_positive'];
const MORE_WHOLE = ['email_tricky_13_timestamp_variations', 'email_emoji', 'email_tricky_18_inline_reply', 'email_21'];

describe.skipIf(!existsSync(texts))('the collected replies', () => {
  const fold = (name: string) => foldQuotes(readFileSync(path.join(texts, `${name}.txt`), 'utf8'));

  it('show the first block alone, except where unquoted lines below the quote may be an answer', () => {
    const folded = FIRST_BLOCK.map((name) => [name, fold(name).visible] as const);
    const exact = folded.filter(([, visible]) => visible.endsWith('aliquet nec nec nibh.')).map(([name]) => name);
    console.info(`replies folded exactly: ${exact.length} of ${FIRST_BLOCK.length}`);

    // In both, the mail program broke quoted lines without a new ">": in doubt they are shown.
    expect(FIRST_BLOCK.filter((name) => !exact.includes(name))).toEqual(['email_7', 'email_8']);
    for (const [name, visible] of folded) {
      expect(visible.startsWith('Fusce bibendum'), name).toBe(true);
      expect(visible.includes('aliquet nec nec nibh.'), name).toBe(true);
    }
  });

  it.each([...WHOLE, ...MORE_WHOLE])('show all of %s', (name) => {
    const text = readFileSync(path.join(texts, `${name}.txt`), 'utf8');
    expect(fold(name).visible).toBe(text.trimEnd());
  });

  it.each([
    ['email_sent_from', /as long as you type in between words or paragraphs\.$/],
    ['email_zoho', /after\s+running a test\?$/],
    ['email_4', /^Awesome! .*it\.$/],
    ['email_6', /^I get proper .*pixels$/s],
    ['correct_sig', /a correct -- signature\.$/],
    ['sig_no_empty_line', /no empty line above\.$/],
    ['email_with_regards', /^Hi,\s+I still have the same problem/],
  ])('end %s where its writer ended', (name, visible) => {
    expect(fold(name).visible).toMatch(visible);
  });

  it('all keep their text', () => {
    for (const file of readdirSync(texts).filter((name) => name.endsWith('.txt'))) {
      const text = readFileSync(path.join(texts, file), 'utf8');
      const { visibleLength, folded } = foldQuotes(text);
      const rest = folded.map(({ start, end }) => text.slice(start, end)).join('');
      expect(text.slice(0, visibleLength) + rest, file).toBe(text);
    }
  });
});
if (!existsSync(texts)) console.warn('SKIPPED: the collected replies are not on this machine.');

describe('a text made to cost', () => {
  it.each([
    ['spaces in an attribution', `On${' '.repeat(600_000)}wrote`],
    ['blank lines', '\n'.repeat(600_000)],
    ['addresses that never end', '(http:'.repeat(100_000)],
    ['dividers', `--${' '.repeat(1900)}x\n`.repeat(300)],
    ['attributions', 'On 2020-01-01 10:00 a@b.example wrote:\n> a\n'.repeat(2400)],
  ])('is read in a moment: %s (S9)', (_, text) => {
    const start = performance.now();
    foldQuotes(text);
    expect(performance.now() - start).toBeLessThan(4000);
  });
});
