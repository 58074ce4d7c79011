import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { AccountUnavailable, NetworkFailure } from '../social/network-failure.ts';
import { GraphClients } from './graph-clients.ts';

const Person = z.object({
  name: z.string().optional(),
  first_name: z.string().optional(),
  last_name: z.string().optional(),
  profile_pic: z.string().optional(),
});

/** Who somebody is that Facebook named by a number only, as it does in Messenger and, without a picture, in feeds. */
@Injectable()
export class PersonOnFacebook {
  constructor(private readonly clients: GraphClients) {}

  /** Null when Facebook does not say, for whatever reason: a message never waits for the name of its writer. */
  async find(accountId: number, personId: string): Promise<{ name: string; avatarUrl: string | null } | null> {
    if (!/^\d+$/u.test(personId)) return null;
    try {
      const person = await this.clients.ask(accountId, (graph) =>
        graph.get(personId, Person, { fields: 'first_name,last_name,profile_pic' }),
      );
      const name = person.name ?? [person.first_name, person.last_name].filter(Boolean).join(' ');
      return { name, avatarUrl: person.profile_pic ?? null };
    } catch (error) {
      if (error instanceof NetworkFailure || error instanceof AccountUnavailable) return null;
      throw error;
    }
  }
}
