import { Injectable } from '@nestjs/common';
import { salesforceId, soqlText } from '@bureau/domain';
import { z } from 'zod';
import { SalesforceApp } from './salesforce-app.ts';
import { failureOf, SalesforceFailure } from './salesforce-failure.ts';
import type { TokenAnswer } from './token-requests.ts';

export interface Organisation {
  /** 18 signs. */
  id: string;
  name: string;
  edition: string;
  isSandbox: boolean;
  user: { name: string; username: string };
}

const Organisations = z.object({
  records: z
    .array(
      z.object({
        Id: z.string(),
        Name: z.string(),
        OrganizationType: z.string().nullish(),
        IsSandbox: z.boolean().nullish(),
      }),
    )
    .min(1),
});
const Users = z.object({ records: z.array(z.object({ Name: z.string().nullish(), Username: z.string() })).min(1) });

/** Which organisation keys are for, and who the desk is there. Two calls. */
@Injectable()
export class LookAtOrganisation {
  constructor(private readonly app: SalesforceApp) {}

  /** Throws SalesforceFailure. */
  async run({ accessToken, instanceUrl, userId, organisationId }: TokenAnswer): Promise<Organisation> {
    const connection = this.app.connection({ accessToken, instanceUrl });
    const ask = async <T extends z.ZodType>(shape: T, soql: string): Promise<z.output<T>> => {
      try {
        return shape.parse(await connection.query(soql));
      } catch (error) {
        if (error instanceof z.ZodError) throw noOrganisation();
        throw failureOf(error);
      }
    };
    const id = salesforceId(organisationId);
    const fields = 'Id, Name, OrganizationType, IsSandbox';
    const [found] = (await ask(Organisations, `SELECT ${fields} FROM Organization LIMIT 1`)).records;
    const [user] = (await ask(Users, `SELECT Name, Username FROM User WHERE Id = ${soqlText(userId)}`)).records;
    if (!found || !user || id === null || salesforceId(found.Id) !== id) throw noOrganisation();
    const { Name: name, OrganizationType: edition, IsSandbox: isSandbox } = found;
    return {
      ...{ id, name, edition: edition ?? '', isSandbox: isSandbox ?? false },
      user: { name: user.Name ?? user.Username, username: user.Username },
    };
  }
}

function noOrganisation(): SalesforceFailure {
  const message = 'Salesforce does not say which organisation this is: let the user see the organisation and himself.';
  return new SalesforceFailure([{ code: 'UNKNOWN_ORGANISATION', message, fields: [], recordIds: [] }], null);
}
