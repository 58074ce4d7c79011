import type { SyncTraffic } from '@bureau/contracts';
import { useId } from 'react';
import { formatDate, formatNumber } from '../../language/format.ts';
import { trafficWords } from './salesforce-traffic.words.ts';

const words = trafficWords.calls;

const HOUR_MS = 60 * 60_000;
const HOURS = 24;
/** Labels of hours stand so far apart. */
const LABELLED = 6;

interface CallsOfDayProps {
  /** The oldest first; hours in which nobody asked are not among them. */
  hours: SyncTraffic['budget'];
}

/** How many calls of the day were used, hour by hour, beneath the most that there are. */
export function CallsOfDay({ hours }: CallsOfDayProps) {
  const captionId = useId();
  const latest = hours.at(-1);
  if (!latest) return null;
  const { used, limit } = latest;
  const top = Math.max(1, limit, ...hours.map((hour) => hour.used));
  const heightOf = (calls: number) => `${(calls / top) * 100}%`;
  const begins = Date.parse(latest.at) - (HOURS - 1) * HOUR_MS;
  const columnOf = (at: string) => Math.round((Date.parse(at) - begins) / HOUR_MS) + 1;
  const share = formatNumber(used / Math.max(1, limit), { style: 'percent', maximumSignificantDigits: 2 });
  return (
    <figure className="salesforce-calls" aria-labelledby={captionId}>
      <figcaption id={captionId}>{words.caption(formatNumber(used), formatNumber(limit), share)}</figcaption>
      <div className="salesforce-calls-chart">
        <span className="salesforce-calls-name" aria-hidden="true">
          {words.calls}
        </span>
        <div className="salesforce-calls-scale" aria-hidden="true">
          {[0, limit / 2, limit].map((calls) => (
            <span key={calls} className="bu-figures" style={{ bottom: heightOf(calls) }}>
              {formatNumber(Math.round(calls))}
            </span>
          ))}
        </div>
        <div className="salesforce-calls-plot">
          <span className="salesforce-calls-half" aria-hidden="true" style={{ bottom: heightOf(limit / 2) }} />
          <ol>
            {hours.map((hour) => {
              const said = words.hour(timeOf(hour.at), formatNumber(hour.used), formatNumber(hour.limit));
              const style = { gridColumn: columnOf(hour.at), blockSize: heightOf(hour.used) };
              return (
                <li key={hour.at} title={said} style={style}>
                  <span className="salesforce-hour">{said}</span>
                </li>
              );
            })}
          </ol>
          <span className="salesforce-calls-limit" aria-hidden="true" style={{ bottom: heightOf(limit) }}>
            {words.limit}
          </span>
        </div>
        <span className="salesforce-calls-name" aria-hidden="true">
          {words.time}
        </span>
        <Times begins={begins} />
      </div>
    </figure>
  );
}

/** The round hours beneath their bars. */
function Times({ begins }: { begins: number }) {
  const hours = Array.from({ length: HOURS }, (_, index) => ({ at: begins + index * HOUR_MS, column: index + 1 }));
  return (
    <div className="salesforce-calls-times" aria-hidden="true">
      {hours
        .filter(({ at }) => hourOfDay(at) % LABELLED === 0)
        .map(({ at, column }) => (
          <span key={at} className="bu-figures" data-edge={edgeOf(column)} style={{ gridColumn: column }}>
            {timeOf(at)}
          </span>
        ))}
    </div>
  );
}

/** At the ends of the chart a label is as far inside as it is wide. */
function edgeOf(column: number): 'start' | 'end' | undefined {
  if (column <= 2) return 'start';
  return column >= HOURS - 1 ? 'end' : undefined;
}

function timeOf(at: string | number): string {
  return formatDate(at, { hour: '2-digit', minute: '2-digit' });
}

function hourOfDay(at: number): number {
  return Number.parseInt(formatDate(at, { hour: '2-digit', hourCycle: 'h23' }), 10);
}
