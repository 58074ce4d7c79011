import { words } from '../../language/words.ts';

export const siteWords = words('site', {
  title: 'Site',
  lead: 'What the whole desk has in common, whatever the brand.',
  company: 'Company',
  companyHelp: 'Stands in templates as {{site.company_name}}.',
  timeZone: 'Time zone',
  timeZoneHelp: 'What the desk calls a day, where no reader says otherwise.',
  timeZoneUnset: 'Not said yet: the desk reckons in UTC.',
  useMine: (zone: string) => `Use ${zone}, as this browser does`,
  languages: 'Languages',
  languagesHelp: 'What the desk speaks with customers.',
  addLanguage: 'Add a language',
  defaultLanguage: 'Default language',
  defaultLanguageHelp: 'For customers whose language the desk does not speak, or does not know.',
  failed: 'The settings could not be loaded.',
  safe: 'Nothing has changed.',
});
