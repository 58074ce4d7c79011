import type { PaneValue } from '@bureau/contracts';
import { Link } from '@bureau/ui';
import { formatDate, formatList, formatNumber } from '../../language/format.ts';
import { salesforcePaneWords as words } from './salesforce-pane.words.ts';

/** A value of Salesforce as its type wants it: money, days and lists in the reader's way, addresses as ways there. */
export function PaneValueShown({ value: { type, value, currency } }: { value: PaneValue }) {
  if (value === null) return null;
  if (typeof value === 'boolean') return value ? words.yes : words.no;
  if (typeof value === 'number') return <span className="bu-figures">{inFigures(value, type, currency)}</span>;
  return inWords(value, type);
}

function inFigures(value: number, type: string, currency: string | null): string {
  if (type === 'percent') return formatNumber(value / 100, { style: 'percent', maximumFractionDigits: 2 });
  if (type === 'currency' && currency !== null) return formatNumber(value, { style: 'currency', currency });
  return formatNumber(value);
}

function inWords(value: string, type: string) {
  switch (type) {
    case 'date':
      // A day is the same everywhere: it is not moved into the reader's zone.
      return formatDate(`${value}T12:00:00Z`, { dateStyle: 'medium', timeZone: 'UTC' });
    case 'datetime':
      return formatDate(isoOf(value), { dateStyle: 'medium', timeStyle: 'short' });
    case 'multipicklist':
      return formatList(value.split(';'));
    case 'url':
      return /^https?:\/\//i.test(value) ? (
        <Link href={value} target="_blank" rel="noreferrer noopener">
          {value}
        </Link>
      ) : (
        value
      );
    case 'email':
      return <Link href={`mailto:${encodeURIComponent(value)}`}>{value}</Link>;
    default:
      return value;
  }
}

/** Salesforce writes zones without a colon. */
function isoOf(stamp: string): string {
  return stamp.replace(/([+-]\d\d)(\d\d)$/, '$1:$2');
}
