import { Link } from '@bureau/ui';
import { trafficWords } from './salesforce-traffic.words.ts';

/** Below what a record is called: the way to it in Salesforce. */
export function OpenThere({ url }: { url: string | null }) {
  if (url === null) return null;
  return (
    <span className="salesforce-quiet">
      <Link href={url} target="_blank" rel="noreferrer" className="salesforce-there">
        {trafficWords.open}
      </Link>
    </span>
  );
}
