import {
  casesApi,
  sessionApi,
  type Case,
  type CaseScope,
  type Permission,
  type RouteInput,
  type RouteResponse,
} from '@bureau/contracts';
import type { ApiClient } from '../../../../../test/fixtures/api-client.ts';
import type { Person, TestDesk } from '../../../../../test/fixtures/desk.ts';

type Opening = RouteInput<typeof casesApi.open>['body'];

/** A case that an agent opened for a customer of its own; for tests. */
export function aCase(desk: TestDesk, over: Partial<Opening> = {}): Promise<Case> {
  const body = {
    subject: 'The grinder is stuck',
    text: 'It makes no sound at all.',
    ...(over.customerId === undefined
      ? { customer: { address: `${crypto.randomUUID()}@customer.example`, name: 'Ana Ferreira' } }
      : {}),
    ...over,
  };
  return desk.as(desk.agent).call(casesApi.open, { body });
}

export function readCase(desk: TestDesk, caseId: number): Promise<RouteResponse<typeof casesApi.get>> {
  return desk.as(desk.administrator).call(casesApi.get, { params: { caseId } });
}

const AGENT: Permission[] = ['cases:view', 'cases:create', 'cases:update', 'cases:reply', 'cases:note'];

/** Somebody with a role of his own. Without brands named he serves all, or (ownBrandsOnly) none. */
export async function somebody(
  desk: TestDesk,
  {
    name = 'Omar Haddad',
    scope = 'all',
    permissions = AGENT,
    ownBrandsOnly = false,
  }: { name?: string; scope?: CaseScope; permissions?: Permission[]; ownBrandsOnly?: boolean } = {},
): Promise<Person> {
  const person = await desk.aUser({ name });
  await desk.sql.run(
    `WITH made AS (INSERT INTO roles (name, permissions, case_scope, own_brands_only) VALUES ($1, $2, $3, $4) RETURNING id)
     UPDATE users SET role_id = (SELECT id FROM made) WHERE id = $5`,
    [crypto.randomUUID(), permissions, scope, ownBrandsOnly, person.id],
  );
  return person;
}

/** Somebody at the console: with a session, as a browser has one. */
export async function atConsole(desk: TestDesk, { email, password }: Person): Promise<ApiClient> {
  const signedIn = await desk.anybody.send(sessionApi.signIn, { body: { email, password } });
  const cookie = signedIn.headers.get('set-cookie')?.split(';')[0];
  if (!cookie) throw new Error(`${email} could not sign in: ${signedIn.status}`);
  return desk.anybody.with({ cookie });
}
