import { salesforceLinksApi } from '@bureau/contracts';
import type { LinkDifference, LinkPreview, SyncValue } from '@bureau/contracts';
import { useRoute } from '@bureau/client';
import { Badge, Banner, Button, Dialog, Skeleton } from '@bureau/ui';
import { problemText } from '../../plain/problem-words.ts';
import { nameOfField } from '../../pieces/synced-fields/index.ts';
import type { RecordOfDesk } from './record-of-desk.ts';
import { salesforcePaneWords } from './salesforce-pane.words.ts';

const words = salesforcePaneWords.linkAgain;

interface LinkAgainProps {
  record: RecordOfDesk;
  onLink: () => void;
  onClose: () => void;
}

/** Before two records are joined again: what would change, and on which side. */
export function LinkAgain({ record: params, onLink, onClose }: LinkAgainProps) {
  const preview = useRoute(salesforceLinksApi.preview, { params, query: {} });
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={words.title}
      actions={
        <>
          <Button onPress={onClose}>{words.cancel}</Button>
          <Button variant="primary" isDisabled={!preview.data} onPress={onLink}>
            {words.confirm}
          </Button>
        </>
      }
    >
      {preview.isPending && <Skeleton rows={3} />}
      {preview.isError && <Banner tone="danger">{problemText(preview.error)}</Banner>}
      {preview.data && <Changes preview={preview.data} />}
    </Dialog>
  );
}

function Changes({ preview: { name, differences } }: { preview: LinkPreview }) {
  if (differences.length === 0) return <p className="salesforce-link-lead">{words.same(name)}</p>;
  return (
    <>
      <p className="salesforce-link-lead">{words.lead(name)}</p>
      <ul className="salesforce-link-changes">
        {differences.map((difference) => (
          <Change key={difference.field} difference={difference} />
        ))}
      </ul>
    </>
  );
}

function Change({ difference }: { difference: LinkDifference }) {
  const { field, label, deskValue, salesforceValue, wins } = difference;
  const sides = [
    { side: 'salesforce', value: salesforceValue },
    { side: 'desk', value: deskValue },
  ] as const;
  return (
    <li>
      <strong>{nameOfField(field, label)}</strong>
      <dl>
        {sides.map(({ side, value }) => (
          <div key={side}>
            <dt>
              {words[side]} {wins === side && <Badge tone="positive">{words.stays}</Badge>}
            </dt>
            <dd>{said(value)}</dd>
          </div>
        ))}
      </dl>
    </li>
  );
}

function said(value: SyncValue): string {
  if (value === null || value === '') return words.empty;
  if (typeof value === 'boolean') return value ? salesforcePaneWords.yes : salesforcePaneWords.no;
  return value;
}
