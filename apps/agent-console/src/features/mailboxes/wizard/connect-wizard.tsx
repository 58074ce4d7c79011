import { brandsApi, mailboxesApi } from '@bureau/contracts';
import { keyOf, useCommand, useRoute } from '@bureau/client';
import { Button, useToasts } from '@bureau/ui';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import type { ReactNode } from 'react';
import { AdminPage } from '../../../pieces/admin-page/index.ts';
import type { AdminPageProps } from '../../../pieces/admin-page/index.ts';
import { mailboxWords } from '../mailboxes.words.ts';
import { AddressStep } from './address-step.tsx';
import { mailboxOf, nextPlace, placeBefore, placesOf } from './connect-draft.ts';
import type { ConnectDraft, Place } from './connect-draft.ts';
import { DoneStep } from './done-step.tsx';
import { ImportStep } from './import-step.tsx';
import { InStep } from './in-step.tsx';
import { OutStep } from './out-step.tsx';
import { useConnectDraft } from './use-connect-draft.ts';
import { wizardWords as words } from './wizard.words.ts';

/** What each place of the wizard is given. */
export interface StepProps {
  draft: ConnectDraft;
  change: (changes: Partial<ConnectDraft>) => void;
  /** Goes on, with these last changes. */
  onNext: (changes?: Partial<ConnectDraft>) => void;
  onBack: () => void;
}

const back = { label: mailboxWords.title, href: '/admin/mailboxes' };

/** Leads from an address to a mailbox that is known to work: each way is tried before anything depends on it. */
export function ConnectWizard({ brandId, go }: { brandId: string | null; go: AdminPageProps['go'] }) {
  const { draft, change, forget } = useConnectDraft(brandId === null ? {} : { brandId: Number(brandId) });
  const brands = useRoute(brandsApi.list, {});
  const brand = brands.data?.items.find(({ id }) => id === draft.brandId) ?? brands.data?.items[0];
  const create = useCreate((mailboxId) => {
    forget();
    go({ item: String(mailboxId), replace: true });
  });
  const step: StepProps = {
    draft,
    change,
    onNext: (changes = {}) => change({ ...changes, place: nextPlace({ ...draft, ...changes }) }),
    onBack: () => change({ place: placeBefore(draft) }),
  };
  const isBegun = draft.address !== '' || draft.place !== 'address';
  const restart = isBegun && (
    <Button icon="undo" onPress={forget}>
      {words.restart}
    </Button>
  );
  return (
    <AdminPage title={words.title} lead={words.lead} back={back} action={restart}>
      <div className="wizard">
        <Trail draft={draft} onGo={(place) => change({ place })} />
        <Stage place={draft.place}>
          {draft.place === 'address' && <AddressStep {...step} brands={brands.data?.items ?? []} brand={brand} />}
          {draft.place === 'in' && <InStep {...step} />}
          {draft.place === 'import' && <ImportStep {...step} />}
          {draft.place === 'out' && <OutStep {...step} />}
          {draft.place === 'done' && brand && (
            <DoneStep
              {...step}
              brand={brand}
              error={create.error}
              isPending={create.isPending}
              onCreate={() => create.mutate({ body: mailboxOf(draft, brand.id) })}
            />
          )}
        </Stage>
      </div>
    </AdminPage>
  );
}

function useCreate(onDone: (mailboxId: number) => void) {
  const queries = useQueryClient();
  const toasts = useToasts();
  return useCommand(mailboxesApi.create, {
    onSuccess: async ({ id, address }) => {
      await queries.invalidateQueries({ queryKey: keyOf(mailboxesApi.list) });
      toasts.show({ text: mailboxWords.created(address), tone: 'positive' });
      onDone(id);
    },
  });
}

/** Where one is on the way; what is behind can be gone back to. */
function Trail({ draft, onGo }: { draft: ConnectDraft; onGo: (place: Place) => void }) {
  const passed = placesOf(draft);
  const now = passed.indexOf(draft.place);
  return (
    <ol className="wizard-trail" aria-label={words.trail}>
      {passed.map((place, index) => (
        <li key={place} data-state={index < now ? 'behind' : index === now ? 'now' : 'ahead'}>
          {index < now ? (
            <Button variant="quiet" size="small" onPress={() => onGo(place)}>
              {words.places[place]}
            </Button>
          ) : (
            <span aria-current={index === now ? 'step' : undefined}>{words.places[place]}</span>
          )}
        </li>
      ))}
    </ol>
  );
}

/** The keyboard follows from place to place: to the first field, or to what is said there. */
function Stage({ place, children }: { place: Place; children: ReactNode }) {
  const stage = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const first = stage.current?.querySelector<HTMLElement>('input:not([type="hidden"]), button');
    first?.focus();
  }, [place]);
  return (
    <div ref={stage} className="wizard-stage">
      {children}
    </div>
  );
}
