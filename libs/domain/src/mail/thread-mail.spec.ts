import { describe, expect, it } from 'vitest';
import { aMail } from './mail.factory.ts';
import { threadMail, type ThreadCandidate, type ThreadInput } from './thread-mail.ts';

const ana = 'ana@customer.example';
const aCandidate = (given: Partial<ThreadCandidate> = {}): ThreadCandidate => ({
  caseId: 7,
  messageId: 70,
  subject: 'Grinder makes a noise',
  status: 'open',
  deleted: false,
  mergedInto: null,
  parties: [ana],
  ...given,
});
const decide = (given: Partial<ThreadInput> = {}) =>
  threadMail({
    mail: aMail(),
    kind: 'person',
    verdict: 'unknown',
    isUser: (address) => ['mia@larkspur.example', 'gone@larkspur.example'].includes(address),
    isFormerUser: (address) => address === 'gone@larkspur.example',
    tokenMatch: null,
    referenceMatches: [],
    subjectSuggestions: [],
    ...given,
  });
const mia = { from: { name: 'Mia', address: 'mia@larkspur.example' } };
const gone = { from: { name: 'Gone', address: 'gone@larkspur.example' } };
const mallory = { from: { name: 'Mallory', address: 'mallory@evil.example' } };

describe('where a mail belongs', () => {
  it('opens a case when it answers nothing', () => {
    expect(decide()).toMatchObject({ decision: 'open', caseId: null, reason: 'nothing-matches' });
  });

  it('joins the case that its token names, before the one it refers to', () => {
    const other = aCandidate({ caseId: 8 });
    expect(decide({ tokenMatch: aCandidate(), referenceMatches: [other] })).toMatchObject({
      decision: 'append',
      caseId: 7,
      messageId: 70,
      reason: 'token',
      offerSplit: false,
      quiet: false,
    });
  });

  it('joins the nearest case that it refers to', () => {
    const matches = [aCandidate({ caseId: 8 }), aCandidate()];
    expect(decide({ referenceMatches: matches })).toMatchObject({ decision: 'append', caseId: 8, reason: 'reference' });
  });

  it('never joins by subject alone, but suggests the other case', () => {
    const suggestions = [aCandidate({ caseId: 5, status: 'closed' }), aCandidate({ caseId: 6 })];
    expect(decide({ subjectSuggestions: suggestions })).toMatchObject({
      decision: 'open',
      caseId: null,
      suggestedCaseId: 6,
      reason: 'subject-suggests',
    });
  });

  it('offers a split when the subject is another one', () => {
    const renamed = aMail({ subject: 'Re: And now the kettle' });
    expect(decide({ tokenMatch: aCandidate(), mail: renamed }).offerSplit).toBe(true);
    expect(decide({ tokenMatch: aCandidate(), mail: aMail({ subject: 'AW: Grinder makes a noise' }) }).offerSplit).toBe(
      false,
    );
    expect(decide({ tokenMatch: aCandidate(), mail: aMail({ subject: 'Re:' }) }).offerSplit).toBe(false);
  });

  it.each(['new', 'open', 'pending', 'resolved'] as const)('joins a case that is %s', (status) => {
    expect(decide({ tokenMatch: aCandidate({ status }) })).toMatchObject({ decision: 'append', caseId: 7 });
  });

  it('continues a closed case in a new one', () => {
    expect(decide({ tokenMatch: aCandidate({ status: 'closed' }) })).toMatchObject({
      decision: 'open',
      caseId: null,
      linkedCaseId: 7,
      reason: 'case-closed',
    });
  });

  it('follows a merged case to where it went', () => {
    const last = aCandidate({ caseId: 9, messageId: null, parties: [ana] });
    const middle = aCandidate({ caseId: 8, messageId: null, parties: [], mergedInto: last });
    expect(decide({ tokenMatch: aCandidate({ parties: [], mergedInto: middle }) })).toMatchObject({
      decision: 'append',
      caseId: 9,
      homeCaseId: 7,
      messageId: 70,
    });
    expect(decide({ tokenMatch: aCandidate() }).homeCaseId).toBeNull();
  });

  it('ends even where merges go in a circle', () => {
    const circle = aCandidate();
    circle.mergedInto = circle;
    expect(decide({ tokenMatch: circle }).decision).toBe('append');
  });

  it('never brings back a deleted case', () => {
    expect(decide({ tokenMatch: aCandidate({ deleted: true }) })).toMatchObject({
      decision: 'open',
      caseId: null,
      linkedCaseId: null,
      reason: 'case-deleted',
    });
  });
});

describe('whom it does not believe', () => {
  it.each(['unknown', 'unverified', 'failed'] as const)(
    'holds a mail in the name of a user whose check is %s',
    (verdict) => {
      expect(decide({ mail: aMail(mia), verdict })).toMatchObject({
        decision: 'hold',
        caseId: null,
        reason: 'unverified-user',
      });
      expect(decide({ mail: aMail(mia), verdict, tokenMatch: aCandidate() })).toMatchObject({
        decision: 'hold',
        caseId: 7,
      });
    },
  );

  it('lets a user in who is proven', () => {
    expect(decide({ mail: aMail(mia), verdict: 'verified', tokenMatch: aCandidate() }).decision).toBe('append');
  });

  it('holds what a former user answers, however well proven (S5)', () => {
    expect(decide({ mail: aMail(gone), verdict: 'verified', tokenMatch: aCandidate() })).toMatchObject({
      decision: 'hold',
      reason: 'former-user',
    });
  });

  it("holds a stranger's mail that would send the answer to a user", () => {
    const mail = aMail({ ...mallory, replyTo: [{ name: 'Mia', address: 'mia@larkspur.example' }] });
    expect(decide({ mail, verdict: 'verified' })).toMatchObject({ decision: 'hold', reason: 'unverified-user' });
  });

  it.each(['token', 'reference'])('holds a stranger with the right %s, suggested for the case', (way) => {
    const match = aCandidate();
    const input = way === 'token' ? { tokenMatch: match } : { referenceMatches: [match] };
    expect(decide({ mail: aMail(mallory), verdict: 'verified', ...input })).toMatchObject({
      decision: 'hold',
      caseId: 7,
      reason: 'stranger',
    });
  });

  it('does not take a party on the word of Reply-To or X-Original-Sender alone', () => {
    const party = { name: 'Ana', address: ana };
    for (const claim of [{ replyTo: [party] }, { originalSender: party }]) {
      const mail = aMail({ ...mallory, ...claim });
      expect(decide({ mail, referenceMatches: [aCandidate()] }).reason).toBe('stranger');
      expect(decide({ mail, tokenMatch: aCandidate() }).decision).toBe('append');
    }
  });

  it('holds a forged party, unless our token shows that the mail was answered', () => {
    expect(decide({ verdict: 'failed', referenceMatches: [aCandidate()] })).toMatchObject({
      decision: 'hold',
      reason: 'forged-party',
    });
    expect(decide({ verdict: 'failed', tokenMatch: aCandidate() }).decision).toBe('append');
  });
});

describe('machine mail', () => {
  it('is kept out of cases when we sent it ourselves', () => {
    expect(decide({ kind: 'own', tokenMatch: aCandidate() })).toMatchObject({ decision: 'suppress', caseId: 7 });
  });

  it('is told to the message that bounced', () => {
    expect(decide({ kind: 'bounce', tokenMatch: aCandidate() })).toMatchObject({
      decision: 'suppress',
      caseId: 7,
      messageId: 70,
      reason: 'bounce',
    });
  });

  it('joins quietly when it is an automatic answer', () => {
    expect(decide({ kind: 'auto-reply', tokenMatch: aCandidate() })).toMatchObject({ decision: 'append', quiet: true });
  });
});
