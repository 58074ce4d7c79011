import type { siteWords } from './site.words.ts';

export const siteGerman: typeof siteWords = {
  title: 'Allgemein',
  lead: 'Was für den ganzen Desk gilt, unabhängig von der Marke.',
  company: 'Unternehmen',
  companyHelp: 'Steht in Vorlagen als {{site.company_name}}.',
  timeZone: 'Zeitzone',
  timeZoneHelp: 'Was der Desk einen Tag nennt, wo niemand etwas anderes eingestellt hat.',
  timeZoneUnset: 'Noch nicht festgelegt: Der Desk rechnet in UTC.',
  useMine: (zone) => `${zone} übernehmen, wie in diesem Browser`,
  languages: 'Sprachen',
  languagesHelp: 'In diesen Sprachen spricht der Desk mit Kunden.',
  addLanguage: 'Sprache hinzufügen',
  defaultLanguage: 'Standardsprache',
  defaultLanguageHelp: 'Für Kunden, deren Sprache der Desk nicht spricht oder nicht kennt.',
  failed: 'Die Einstellungen konnten nicht geladen werden.',
  safe: 'Es wurde nichts geändert.',
};
