import { Injectable } from '@nestjs/common';
import type { Actor } from '@bureau/contracts';
import { AuditLog } from '@bureau/identity';
import { Clock, InvalidInput, ProblemError, Transactional } from '@bureau/platform';
import { PeopleOnX, type PersonOnX } from '../../x/people-on-x.ts';
import { SocialAccountRepository, type AccountRow } from '../account/social-account.repository.ts';
import { AccountPostsRepository } from './account-posts.repository.ts';
import { askingNetwork } from './asking-network.ts';

/** Somebody whom an account follows. */
export interface FollowedOnX {
  handle: string;
  takesMessages: boolean;
}

/** As X spells them. */
const HANDLE = /^[A-Za-z0-9_]{1,15}$/;

/** Lets an account on X follow people by their handles: on X first, then in what the desk shows of their posts. */
@Injectable()
export class FollowOnX {
  constructor(
    private readonly accounts: SocialAccountRepository,
    private readonly posts: AccountPostsRepository,
    private readonly people: PeopleOnX,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  /** Null when it does not follow them. Throws social-account.not-found, post.unreachable, post.account-unavailable. */
  async find(actor: Actor, accountId: number, handle: string): Promise<FollowedOnX | null> {
    await this.accountOf(actor, accountId);
    const person = HANDLE.test(handle) ? await this.person(accountId, handle) : null;
    return person?.isFollowed ? { handle: person.handle, takesMessages: person.takesMessages } : null;
  }

  /** Safe to repeat. Throws request.invalid for a handle that nobody has, and what networks are refused with. */
  async run(actor: Actor, accountId: number, { handle, on }: { handle: string; on: boolean }): Promise<FollowedOnX> {
    const account = await this.accountOf(actor, accountId);
    const person = HANDLE.test(handle) ? await this.person(accountId, handle) : null;
    if (!person) throw new InvalidInput([{ path: 'handle', message: 'Nobody on X has this handle.' }]);
    if (person.isFollowed !== on) {
      const { externalId } = person;
      await askingNetwork('x', () => this.people.follow(accountId, { own: account.externalId, externalId, on }));
      await this.note(actor, account, { person, on });
    }
    return { handle: person.handle, takesMessages: person.takesMessages };
  }

  private person(accountId: number, handle: string): Promise<PersonOnX | null> {
    return askingNetwork('x', () => this.people.find(accountId, handle));
  }

  private async accountOf(actor: Actor, accountId: number): Promise<AccountRow> {
    const account = await this.accounts.present(actor, accountId, this.clock.now());
    if (account?.network !== 'x') throw new ProblemError('social-account.not-found');
    return account;
  }

  @Transactional()
  private async note(actor: Actor, { id, name }: AccountRow, { person, on }: { person: PersonOnX; on: boolean }) {
    await this.posts.noteFollowed(id, person.externalId, on ? this.clock.now() : null);
    const [before, after] = on ? [undefined, { follows: person.handle }] : [{ follows: person.handle }, undefined];
    await this.audit.record(actor, { noun: 'social-account', id, name, action: 'changed', before, after });
  }
}
