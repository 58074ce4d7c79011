import { formatNumber, plural } from '../../language/format.ts';
import type { whatLinksHereWords } from './what-links-here.words.ts';

const counted = (one: string, other: string) => (count: number) =>
  `${formatNumber(count)} ${plural(count, { one, other })}`;

export const whatLinksHereGerman: typeof whatLinksHereWords = {
  title: 'Was daran hängt',
  nothing: 'Daran hängt nichts.',
  failed: 'Was daran hängt, konnte nicht geladen werden.',
  counts: {
    case: counted('Fall', 'Fälle'),
    customer: counted('Kunde', 'Kunden'),
    company: counted('Firma', 'Firmen'),
    user: counted('Person', 'Personen'),
    group: counted('Gruppe', 'Gruppen'),
    brand: counted('Marke', 'Marken'),
    mailbox: counted('Postfach', 'Postfächer'),
    'social-account': counted('Konto im Netzwerk', 'Konten in Netzwerken'),
    filter: counted('Filter', 'Filter'),
    label: counted('Etikett', 'Etiketten'),
    application: counted('API-Anwendung', 'API-Anwendungen'),
    macro: counted('Makro', 'Makros'),
    rule: counted('Regel', 'Regeln'),
    'integration-url': counted('Integration', 'Integrationen'),
    'system-message': counted('Systemmeldung', 'Systemmeldungen'),
    topic: counted('Thema', 'Themen'),
    article: counted('Artikel', 'Artikel'),
  },
  more: (count) => `und ${formatNumber(count)} weitere`,
};
