import { Injectable } from '@nestjs/common';
import type { CenterBrand, CenterVisitor } from '../page/center-request.ts';
import { Visitors } from '../page/visitors.ts';
import { readVisitorCookie } from './visitor-cookie.ts';
import { VisitorSessionRepository } from './visitor-session.repository.ts';

/** Says who is there, by the session that a cookie names. */
@Injectable()
export class SessionVisitors extends Visitors {
  constructor(private readonly sessions: VisitorSessionRepository) {
    super();
  }

  async visitorOf(
    brand: CenterBrand,
    cookies: Readonly<Record<string, string | undefined>>,
  ): Promise<CenterVisitor | null> {
    const token = readVisitorCookie(cookies);
    const session = token ? await this.sessions.find(token, brand.id) : undefined;
    if (!session) return null;
    const { customerId, accountId, name, email } = session;
    return { customerId, accountId, name, email, actor: { kind: 'customer', customerId, name } };
  }
}
