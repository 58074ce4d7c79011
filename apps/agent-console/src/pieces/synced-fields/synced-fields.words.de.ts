import type { syncedFieldWords, syncedValueWords } from './synced-fields.words.ts';

export const syncedFieldsGerman: typeof syncedFieldWords = {
  name: 'Name',
  firstName: 'Vorname',
  lastName: 'Nachname',
  title: 'Titel',
  email: 'E-Mail',
  'phone.work': 'Telefon (Arbeit)',
  'phone.home': 'Telefon (privat)',
  'phone.mobile': 'Telefon (mobil)',
  'phone.other': 'Telefon (anderes)',
  description: 'Beschreibung',
  company: 'Firma',
  subject: 'Betreff',
  status: 'Status',
  priority: 'Priorität',
  channel: 'Kanal',
  customer: 'Kunde',
};

export const syncedValuesGerman: typeof syncedValueWords = {
  empty: 'leer',
  yes: 'ja',
  no: 'nein',
  gone: 'ein Datensatz, den es nicht mehr gibt',
  notLinked: 'ein Datensatz in Salesforce, der nicht verknüpft ist',
};
