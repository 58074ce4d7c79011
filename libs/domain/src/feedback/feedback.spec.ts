import { describe, expect, it } from 'vitest';
import {
  askingWords,
  hoursUntilAsked,
  readRating,
  surveyState,
  surveyWordsIn,
  whyNotAsk,
  whyNotAskNow,
  type ResolutionToAsk,
} from './index.ts';

const now = new Date('2026-11-03T12:00:00Z');
const days = (count: number) => new Date(now.getTime() - count * 86_400_000);

const resolved: ResolutionToAsk = {
  status: 'resolved',
  resolutionCount: 1,
  resolution: 1,
  mergedIntoId: null,
  isSpam: false,
  isBlocked: false,
  survey: { enabled: true, notAgainDays: 14 },
  lastAskedAt: null,
};

describe('a customer is asked', () => {
  it.each([
    ['when the case is still resolved', {}, null],
    ['when it was closed since', { status: 'closed' }, null],
    ['when he was last asked long ago', { lastAskedAt: days(15) }, null],
    ['not when it was reopened', { status: 'open' }, 'The case was reopened before.'],
    ['not for a resolution that another one followed', { resolutionCount: 2 }, 'The case was reopened before.'],
    ['not twice within the days', { lastAskedAt: days(13) }, /within the last 14 days/],
    ['not when it was merged', { status: 'closed', mergedIntoId: 7 }, /merged/],
    ['not when it is spam', { isSpam: true }, /spam/],
    ['not when he is blocked', { isBlocked: true }, /blocked/],
    ['not when the survey was switched off', { survey: { ...resolved.survey, enabled: false } }, /switched off/],
  ] as const)('%s', (_, change, expected) => {
    const reason = whyNotAsk({ ...resolved, ...change }, now);
    if (expected === null) expect(reason).toBeNull();
    else expect(reason).toMatch(expected);
  });
});

describe('a rule or a macro asks', () => {
  const fresh = { ...resolved, wasAsked: false, hasAnswered: false };

  it.each([
    ['about a resolution that nobody was asked about', {}, null],
    ['nobody about a case that is not resolved', { status: 'open' }, /not resolved/],
    ['nobody twice about one resolution', { wasAsked: true, lastAskedAt: days(20) }, /about this resolution already/],
    ['nobody who has answered', { wasAsked: true, hasAnswered: true }, /answered already/],
    ['nobody within the days of the brand', { lastAskedAt: days(2) }, /within the last 14 days/],
  ] as const)('%s', (_, change, expected) => {
    const reason = whyNotAskNow({ ...fresh, ...change }, now);
    if (expected === null) expect(reason).toBeNull();
    else expect(reason).toMatch(expected);
  });
});

describe('the desk asks by itself', () => {
  const survey = { enabled: true, automatic: true, sendAfterHours: 24 };
  const byHand = { ...survey, automatic: false };
  const of = (says: 'as-brand' | 'send' | 'never', surveyAfterHours: number | null = null) => ({
    survey: says,
    surveyAfterHours,
  });

  it.each([
    ['after the hours of the brand', survey, null, 24],
    ['after the hours of the brand, when its mailbox says nothing else', survey, of('as-brand', 3), 24],
    ['not when neither says so', byHand, of('as-brand'), null],
    ['for a mailbox alone, after its own hours', byHand, of('send', 0), 0],
    ['for a mailbox alone, after the hours of the brand', byHand, of('send'), 24],
    ['not for a mailbox that does not want it', survey, of('never', 3), null],
    ['never while the survey is off', { ...survey, enabled: false }, of('send', 3), null],
  ] as const)('%s', (_, asks, mailbox, hours) => {
    expect(hoursUntilAsked({ survey: asks, mailbox })).toBe(hours);
  });
});

describe('an answer', () => {
  it('is taken until its time is over, while the brand asks', () => {
    expect(surveyState({ enabled: true }, days(-1), now)).toBe('open');
    expect(surveyState({ enabled: true }, now, now)).toBe('expired');
    expect(surveyState({ enabled: false }, days(-1), now)).toBe('disabled');
  });

  it('is one of the choices of its scale, or none', () => {
    expect(readRating('2', 'four_star')).toBe(2);
    expect(readRating('2', 'yes_no')).toBeNull();
    expect(readRating('0', 'yes_no')).toBe(0);
    for (const wrong of [undefined, '', '4', '-1', '1e0', 'great', '3.0']) {
      expect(readRating(wrong, 'four_star')).toBeNull();
    }
  });
});

describe('the question', () => {
  const words = {
    en: { question: 'How?', additionalQuestion: '' },
    'de-CH': { question: 'Wie?', additionalQuestion: '' },
  };

  it('is asked in the customer’s language, with or without its country', () => {
    expect(surveyWordsIn(words, ['de-CH', 'en']).question).toBe('Wie?');
    expect(surveyWordsIn(words, [null, 'de']).question).toBe('Wie?');
    expect(surveyWordsIn(words, ['fr', 'en-GB']).question).toBe('How?');
    expect(surveyWordsIn(words, ['fr']).language).toBe('en');
  });

  it('has its choices in German or English', () => {
    expect(askingWords('de-AT').choice(3, 'four_star')).toBe('Sehr gut');
    expect(askingWords('fr').choice(0, 'yes_no')).toBe('No');
  });
});
