import { LOGO_LIMIT, supportCentersApi } from '@bureau/contracts';
import type { SupportCenter } from '@bureau/contracts';
import { keyOf, useClient, useCommand } from '@bureau/client';
import { Button, useToasts } from '@bureau/ui';
import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { AdminSection } from '../../pieces/admin-page/index.ts';
import { problemText } from '../../plain/problem-words.ts';
import { centerWords as words } from './support-centers.words.ts';

/** The picture in the header of every page; saved at once. */
export function CenterLogo({ center, mayChange }: { center: SupportCenter; mayChange: boolean }) {
  const { set, isSending } = useLogo(center);
  const picker = useRef<HTMLInputElement>(null);
  return (
    <AdminSection title={words.logo} lead={words.logoLead}>
      <div className="center-logo">
        {center.logo ? <img src={center.logo} alt={center.name} /> : <strong>{center.name}</strong>}
      </div>
      {mayChange && (
        <div className="center-actions">
          <input
            ref={picker}
            type="file"
            hidden
            accept="image/png,image/jpeg,image/gif,image/webp"
            aria-label={words.chooseLogo}
            onChange={(event) => {
              const file = event.target.files?.[0];
              if (file) set(file);
              event.target.value = '';
            }}
          />
          <Button isPending={isSending} onPress={() => picker.current?.click()}>
            {words.chooseLogo}
          </Button>
          {center.logo && <Button onPress={() => set(null)}>{words.removeLogo}</Button>}
        </div>
      )}
    </AdminSection>
  );
}

function useLogo({ brandId }: SupportCenter) {
  const client = useClient();
  const queries = useQueryClient();
  const toasts = useToasts();
  const [isSending, setSending] = useState(false);
  const remove = useCommand(supportCentersApi.removeLogo);
  const params = { brandId };
  const send = async (file: File | null): Promise<void> => {
    if (file && file.size > LOGO_LIMIT) {
      toasts.show({ text: words.logoTooLarge, tone: 'danger' });
      return;
    }
    setSending(true);
    try {
      const saved = file
        ? await client.upload(supportCentersApi.setLogo, { params }, { file })
        : await remove.mutateAsync({ params });
      queries.setQueryData(keyOf(supportCentersApi.read, { params }), saved);
    } catch (error) {
      toasts.show({ text: words.logoFailed, detail: problemText(error), tone: 'danger' });
    } finally {
      setSending(false);
    }
  };
  return { set: (file: File | null) => void send(file), isSending };
}
