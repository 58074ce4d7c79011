import { Injectable } from '@nestjs/common';
import { CaseRepository, RecordCaseChange, SYSTEM } from '@bureau/cases';
import { stampOf, type Actor, type CaseAccessLink, type EventPayload } from '@bureau/contracts';
import { BrandDirectory } from '@bureau/identity';
import { casePageOf, keyedCasePageOf } from '@bureau/domain';
import { Clock, InstallationSecret, OnEvent, ProblemError, Transactional } from '@bureau/platform';
import { CaseLinkRepository, type CaseLinkRow, type OpenedByLink } from './case-link.repository.ts';

/** A link is good for so long after the latest mail that held it. */
const GOOD_FOR_MS = 90 * 24 * 3_600_000;

interface OutgoingMail {
  caseId: number;
  brandId: number;
  /** Of the envelope. */
  recipients: readonly string[];
  /** The desk speaks by itself: to whomever a stranger named, where he came by a form (S6). */
  automatic: boolean;
}

/** Links that open one case for its customer (S37, S38): random to whoever has not got the mail, and never stored. */
@Injectable()
export class CaseLinks {
  constructor(
    private readonly links: CaseLinkRepository,
    private readonly brands: BrandDirectory,
    private readonly cases: CaseRepository,
    private readonly recordChange: RecordCaseChange,
    private readonly secret: InstallationSecret,
    private readonly clock: Clock,
  ) {}

  /**
   * A mail as it leaves: where it names the page of its case, whoever reads it gets in without a password. As it is, when
   * anybody but the customer gets it, or it names no such page.
   */
  async withKey<Mail extends { text: string; html: string }>(to: OutgoingMail, mail: Mail): Promise<Mail> {
    const brand = this.brands.byId(to.brandId);
    if (!brand) return mail;
    const { origin, base } = this.brands.homeOf(brand);
    const page = origin + base + casePageOf(to.caseId);
    if (!mail.text.includes(page) && !mail.html.includes(page)) return mail;

    const at = this.clock.now();
    const until = new Date(at.getTime() + GOOD_FOR_MS);
    const link = await this.links.ensure(to, { at, until });
    if (!link) return mail;
    const keyed = origin + base + keyedCasePageOf(this.tokenOf(link));
    const put = (words: string) => withKeyed(words, page, keyed);
    return { ...mail, text: put(mail.text), html: put(mail.html) };
  }

  /** What a link opens on the pages of a brand; undefined for one that is not good. */
  async open(token: string, brandId: number): Promise<OpenedByLink | undefined> {
    const id = Number.parseInt(/^([0-9a-z]{1,10})-[\w-]{43}$/.exec(token)?.[1] ?? '', 36);
    const link = Number.isSafeInteger(id) ? await this.links.find(id) : undefined;
    if (!link || !this.secret.verify('case-link', wordsOf(link), token.slice(token.indexOf('-') + 1))) return undefined;
    return this.links.open(id, { brandId, at: this.clock.now() });
  }

  /** Throws case.not-found. */
  async list(actor: Actor, caseId: number): Promise<{ items: CaseAccessLink[] }> {
    if (!(await this.cases.isVisible(actor, caseId))) throw new ProblemError('case.not-found');
    return { items: await this.links.list(caseId) };
  }

  /** Whoever has a link of this case gets in no more; the next mail holds another one. Throws case.not-found. */
  @Transactional()
  async revoke(actor: Actor, caseId: number): Promise<{ items: CaseAccessLink[] }> {
    const supportCase = await this.cases.lockOrThrow(actor, caseId);
    const revoked = await this.links.revokeAll(caseId, { by: stampOf(actor), at: this.clock.now() });
    if (revoked > 0) {
      await this.recordChange.run(actor, supportCase, {
        ...{ event: 'case.links-revoked', changes: [], patch: {}, suppressRules: true },
      });
    }
    return { items: await this.links.list(caseId) };
  }

  /** What somebody else may read from now on, whoever asked before may not. */
  @OnEvent('case.updated', 'channels.revoke-case-links')
  async onCaseUpdated({ caseId, changes }: EventPayload<'case.updated'>): Promise<void> {
    if (!changes.some(({ field }) => field === 'customerId')) return;
    await this.links.revokeForeign(caseId, { by: stampOf(SYSTEM), at: this.clock.now() });
  }

  private tokenOf(link: CaseLinkRow): string {
    return `${link.id.toString(36)}-${this.secret.sign('case-link', wordsOf(link))}`;
  }
}

/** The address is followed by no digit: `…/cases/1` is not the beginning of `…/cases/12`. */
function withKeyed(words: string, page: string, keyed: string): string {
  const [first = '', ...rest] = words.split(page);
  return first + rest.map((part) => (/^\d/.test(part) ? page : keyed) + part).join('');
}

/** Bound to case and customer: an id that comes again after a backup was restored opens nothing else. */
function wordsOf({ id, caseId, customerId }: CaseLinkRow): string {
  return `${id} ${caseId} ${customerId}`;
}
