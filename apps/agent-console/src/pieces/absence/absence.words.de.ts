import type { absenceWords } from './absence.words.ts';

export const absenceGerman: typeof absenceWords = {
  outOfOffice: 'Außer Haus',
  from: 'Von',
  until: 'Bis',
  zone: (place) => `Nach der Uhr von ${place}.`,
  standIn: 'Vertretung',
  standInHelp: 'Erhält, was in dieser Zeit zu Ihnen käme.',
  nobody: 'Niemand',
  out: (until) => `Außer Haus bis ${until}`,
  outSoon: (from, until) => `Außer Haus von ${from} bis ${until}`,
  outShort: (until) => `außer Haus bis ${until}`,
  outThen: (from, until) => `Außer Haus ${from} bis ${until}`,
  section: 'Einstellungen',
  keywords: 'Urlaub Ferien krank Abwesenheit Vertretung',
  outBriefly: (until) => `Bis ${until} außer Haus`,
  back: 'Ich bin zurück',
  toldBack: 'Willkommen zurück. Mit Start lassen Sie sich wieder Fälle zuteilen.',
  backFailed: 'Ihre Abwesenheit konnte nicht beendet werden.',
  retry: 'Erneut versuchen',
  standsIn: (name) => `Vertretung: ${name}`,
  leaving: {
    keep: 'Ihre Fälle bleiben bei Ihnen. Ihrer Vertretung werden diejenigen angeboten, in denen etwas wartet.',
    'give-back':
      'Was Sie in Arbeit haben, geht zurück und wird neu zugeteilt. Von Ihren übrigen Fällen werden Ihrer Vertretung diejenigen angeboten, in denen etwas wartet.',
    reassign:
      'Was Sie in Arbeit haben, geht an Ihre Vertretung, sonst an die Person der Gruppe, die am wenigsten zu tun hat. Von Ihren übrigen Fällen werden Ihrer Vertretung diejenigen angeboten, in denen etwas wartet.',
  },
};
