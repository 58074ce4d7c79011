import type { CreateMailbox, FolderFacts, MailboxSurvey } from '@bureau/contracts';
import { imapOf, noImap, noSmtp, smtpOf } from '../mail-servers.ts';
import type { ImapFields, SmtpFields } from '../mail-servers.ts';
import { guessFor, providerOf } from '../providers.ts';

export const places = ['address', 'in', 'import', 'out', 'done'] as const;
export type Place = (typeof places)[number];

/** A mailbox on the way to being connected. */
export interface ConnectDraft {
  place: Place;
  address: string;
  name: string;
  /** Null: the first brand. */
  brandId: number | null;
  groupId: number | null;
  autoAcknowledge: boolean;
  survey: MailboxSurvey;
  /** Null: as the brand has it. */
  surveyAfterHours: number | null;
  way: 'imap' | 'smtp';
  imap: ImapFields;
  out: 'desk' | 'own';
  smtp: SmtpFields;
  /** The address that the servers were filled in for. */
  filledFor: string;
  /** What the check found in the folder. */
  facts: FolderFacts | null;
}

export const emptyDraft: ConnectDraft = {
  place: 'address',
  address: '',
  name: '',
  brandId: null,
  groupId: null,
  autoAcknowledge: false,
  survey: 'as-brand',
  surveyAfterHours: null,
  way: 'imap',
  imap: noImap,
  out: 'desk',
  smtp: noSmtp,
  filledFor: '',
  facts: null,
};

/** The places that a draft passes: what this desk receives itself has nothing to import. */
export function placesOf({ way }: Pick<ConnectDraft, 'way'>): readonly Place[] {
  return way === 'imap' ? places : places.filter((place) => place !== 'import');
}

export function nextPlace(draft: ConnectDraft): Place {
  const passed = placesOf(draft);
  return passed[passed.indexOf(draft.place) + 1] ?? draft.place;
}

export function placeBefore(draft: ConnectDraft): Place {
  const passed = placesOf(draft);
  return passed[passed.indexOf(draft.place) - 1] ?? draft.place;
}

/** Fills in the servers of the address where they are known or can be guessed; what somebody wrote stays. */
export function withServers(draft: ConnectDraft): ConnectDraft {
  if (draft.filledFor === draft.address) return draft;
  const known = providerOf(draft.address);
  const servers = known ?? guessFor(draft.address);
  if (!servers) return draft;
  const { imap, smtp } = servers;
  return {
    ...draft,
    filledFor: draft.address,
    imap: { ...draft.imap, ...imap, port: String(imap.port), user: draft.address },
    // A large provider takes its mail from nobody else without harm: its own server vouches for the sender.
    out: known ? 'own' : draft.out,
    smtp: { ...draft.smtp, ...smtp, port: String(smtp.port), user: draft.address },
  };
}

/** What the desk is asked to keep at the end. */
export function mailboxOf(draft: ConnectDraft, brandId: number): CreateMailbox {
  const { address, name, groupId, autoAcknowledge, survey, surveyAfterHours, way, imap, out, smtp } = draft;
  return {
    ...{ brandId, address, name, groupId, autoAcknowledge, enabled: true },
    ...{ survey, surveyAfterHours: survey === 'send' ? surveyAfterHours : null },
    imap: way === 'imap' ? imapOf(imap) : null,
    smtp: out === 'own' ? smtpOf(withPassword(smtp, draft)) : null,
  };
}

/** Most accounts have one password for both ways; an empty one means the same. */
export function withPassword(smtp: SmtpFields, { way, imap }: Pick<ConnectDraft, 'way' | 'imap'>): SmtpFields {
  const isSame = way === 'imap' && smtp.password === '' && smtp.user === imap.user;
  return isSame ? { ...smtp, password: imap.password } : smtp;
}
