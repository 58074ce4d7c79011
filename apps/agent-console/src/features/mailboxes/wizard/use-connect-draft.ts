import { MailboxSurvey } from '@bureau/contracts';
import { useState } from 'react';
import { z } from 'zod';
import { emptyDraft, places } from './connect-draft.ts';
import type { ConnectDraft } from './connect-draft.ts';

const KEY = 'bureau.connect-mailbox';

/** What is kept between two visits: no password, and nothing that the server found. */
const Kept = z.object({
  place: z.enum(places),
  address: z.string(),
  name: z.string(),
  brandId: z.number().nullable(),
  groupId: z.number().nullable(),
  autoAcknowledge: z.boolean(),
  survey: MailboxSurvey,
  surveyAfterHours: z.number().nullable(),
  way: z.enum(['imap', 'smtp']),
  imap: z.object({
    host: z.string(),
    port: z.string(),
    tls: z.boolean(),
    user: z.string(),
    folder: z.string(),
    importDays: z.number().nullable(),
  }),
  out: z.enum(['desk', 'own']),
  smtp: z.object({
    host: z.string(),
    port: z.string(),
    tls: z.enum(['implicit', 'starttls', 'none']),
    user: z.string(),
  }),
  filledFor: z.string(),
});

/** A draft that outlives the page: whoever comes back goes on where he was, and writes only the password again. */
export function useConnectDraft(begin: Partial<ConnectDraft>) {
  const [draft, setDraft] = useState<ConnectDraft>(() => recall() ?? { ...emptyDraft, ...begin });
  const change = (changes: Partial<ConnectDraft>) =>
    setDraft((before) => {
      const next = { ...before, ...changes };
      keep(next);
      return next;
    });
  const forget = () => {
    localStorage.removeItem(KEY);
    setDraft({ ...emptyDraft, ...begin });
  };
  return { draft, change, forget };
}

function keep(draft: ConnectDraft): void {
  try {
    // Parsing leaves out what is not to be kept.
    localStorage.setItem(KEY, JSON.stringify(Kept.parse(draft)));
  } catch {
    // A browser that keeps nothing only costs the convenience.
  }
}

/** Beyond the sign-in only with its password, which nobody kept. */
function recall(): ConnectDraft | null {
  try {
    const kept = Kept.safeParse(JSON.parse(localStorage.getItem(KEY) ?? ''));
    if (!kept.success) return null;
    const { place, imap, smtp } = kept.data;
    const isBeyond = place !== 'address' && kept.data.way === 'imap';
    return {
      ...kept.data,
      place: isBeyond ? 'in' : place,
      imap: { ...imap, password: '' },
      smtp: { ...smtp, password: '' },
      facts: null,
    };
  } catch {
    return null;
  }
}
