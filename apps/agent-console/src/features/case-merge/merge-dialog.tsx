import './case-merge.css';
import { casesApi } from '@bureau/contracts';
import type { Case } from '@bureau/contracts';
import { useRoute } from '@bureau/client';
import { Banner, Button, Checkbox, Dialog, ErrorState, RelativeTime, Skeleton, StatusMark } from '@bureau/ui';
import { useState } from 'react';
import { customerName } from '../../plain/customer-name.ts';
import { mergeWords as words } from './case-merge.words.ts';
import { MergeCandidates } from './merge-candidates.tsx';
import { useMergeCases } from './use-merge-cases.ts';

export interface MergeDialogProps {
  supportCase: Case;
  onClose: () => void;
  /** With the case that stayed. */
  onMerged: (caseId: number) => void;
}

/** Finds the other case, shows both side by side, and says which one stays before anything is done. */
export function MergeDialog({ supportCase, onClose, onMerged }: MergeDialogProps) {
  const [otherId, setOther] = useState<number | null>(null);
  const [isSwapped, setSwapped] = useState(false);
  const [isMeant, setMeant] = useState(false);
  const { merge, isBusy } = useMergeCases();
  const asked = useRoute(casesApi.get, { params: { caseId: otherId ?? 0 } }, { enabled: otherId !== null });
  const other = otherId === null ? undefined : asked.data;

  // The newer into the older, unless the agent knows better.
  const isOlder = other !== undefined && supportCase.id < other.id;
  const [into, from] = isOlder === isSwapped ? [other, supportCase] : [supportCase, other];
  const isForeign = other !== undefined && other.customer.id !== supportCase.customer.id;
  const confirm = async () => {
    if (!into || !from) return;
    if (!(await merge({ fromId: from.id, intoId: into.id, differentCustomers: isForeign }))) return;
    onClose();
    onMerged(into.id);
  };
  return (
    <Dialog
      isOpen
      size="wide"
      onClose={onClose}
      title={words.title(supportCase.id)}
      actions={
        <>
          <Button onPress={onClose}>{words.cancel}</Button>
          <Button
            variant="primary"
            isDisabled={!other || (isForeign && !isMeant)}
            isPending={isBusy}
            onPress={() => void confirm()}
          >
            {into && from ? words.confirm(from.id, into.id) : words.choose}
          </Button>
        </>
      }
    >
      <div className="case-merge">
        <p>{words.lead}</p>
        {otherId === null && <MergeCandidates supportCase={supportCase} onChoose={setOther} />}
        {otherId !== null && asked.isPending && <Skeleton rows={4} shape="text" />}
        {asked.isError && <ErrorState what={words.caseFailed} onRetry={() => void asked.refetch()} />}
        {into && from && (
          <>
            <div className="case-merge-sides">
              <Side role={words.stays} supportCase={into} />
              <Button variant="quiet" icon="refresh" onPress={() => setSwapped(!isSwapped)}>
                {words.swap}
              </Button>
              <Side role={words.goes} supportCase={from} />
            </div>
            {isForeign && (
              <>
                <Banner tone="caution">
                  {words.others(`${customerName(into.customer)}, ${customerName(from.customer)}`)}
                </Banner>
                <Checkbox isSelected={isMeant} onChange={setMeant}>
                  {words.meant}
                </Checkbox>
              </>
            )}
            <div>
              <Button variant="quiet" size="small" icon="back" onPress={() => setOther(null)}>
                {words.another}
              </Button>
            </div>
          </>
        )}
      </div>
    </Dialog>
  );
}

function Side({ role, supportCase }: { role: string; supportCase: Case }) {
  const { id, subject, status, counts, createdAt, excerpt } = supportCase;
  return (
    <section className="case-merge-side" aria-label={role}>
      <h3>{role}</h3>
      <b>
        <span className="bu-figures">#{id}</span> {subject || words.noSubject}
      </b>
      <span>
        <StatusMark status={status} /> · {customerName(supportCase.customer)}
      </span>
      <span className="case-merge-quiet">
        {words.messages(counts.inbound + counts.outbound)}
        {counts.notes > 0 && ` · ${words.notes(counts.notes)}`} · {words.opened}{' '}
        <RelativeTime at={createdAt} show="ago" />
      </span>
      <span className="case-merge-quiet">{excerpt}</span>
    </section>
  );
}
