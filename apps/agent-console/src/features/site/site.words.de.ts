import type { siteWords } from './site.words.ts';

export const siteGerman: typeof siteWords = {
  title: 'Allgemein',
  lead: 'Was für das ganze Bureau gilt, unabhängig von der Marke.',
  company: 'Unternehmen',
  companyHelp: 'Steht in Vorlagen als {{site.company_name}}.',
  timeZone: 'Zeitzone',
  timeZoneHelp: 'Was in diesem Bureau ein Tag ist, wo niemand etwas anderes eingestellt hat.',
  timeZoneUnset: 'Noch nicht festgelegt: Bureau rechnet in UTC.',
  useMine: (zone) => `${zone} übernehmen, wie in diesem Browser`,
  languages: 'Sprachen',
  languagesHelp: 'In diesen Sprachen spricht Bureau mit Kunden.',
  addLanguage: 'Sprache hinzufügen',
  defaultLanguage: 'Standardsprache',
  defaultLanguageHelp: 'Für Kunden, deren Sprache Bureau nicht spricht oder nicht kennt.',
  failed: 'Die Einstellungen konnten nicht geladen werden.',
  safe: 'Es wurde nichts geändert.',
};
